// Runs one built function as its host would: the launcher of the folder it is started in, behind a port of its own.
const { createServer } = require('node:http')
const { join } = require('node:path')

const [folder, isProxy] = process.argv.slice(2)
const serve = require(join(folder, '___next_launcher.cjs'))

/** The proxy takes a web request and gives a web response; its headers are all that matters here. */
async function asWeb(req, res) {
  const headers = new Headers(Object.entries(req.headers).map(([name, value]) => [name, String(value)]))
  const answer = await serve(
    new Request(`http://${req.headers.host}${req.url}`, { method: req.method, headers }),
  )
  res.writeHead(answer.status, Object.fromEntries(answer.headers)).end()
}

const server = createServer(isProxy ? asWeb : serve)
server.listen(0, '127.0.0.1', () => process.send(server.address().port))
process.on('disconnect', () => process.exit(0))
