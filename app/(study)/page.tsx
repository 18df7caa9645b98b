export default function Home() {
  return <h1>Recall & Review</h1>
}
