# syntax=docker/dockerfile:1
ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-bookworm-slim AS build
# The embedded database's driver is compiled where no prebuilt one fits.
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Given the same from release to release, open tabs go on over an upgrade; it is no secret from who has the image.
ARG NEXT_SERVER_ACTIONS_ENCRYPTION_KEY=
RUN npm run build
# What a running server never opens stays here: packages of development, compilers and their leftovers, the other form of
# the libSQL client, scaling of pictures, and maps of sources.
RUN npm prune --omit=dev \
  && cd node_modules \
  && rm -rf ../.next/cache @next/swc-* typescript @typescript @img @libsql/linux-* @libsql/darwin-* \
    better-sqlite3/deps better-sqlite3/build/Release/obj better-sqlite3/build/Release/obj.target \
  && find . -name '*.map' -delete

FROM node:${NODE_VERSION}-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=/app/data/recall.db NEXT_TELEMETRY_DISABLED=1
COPY --from=build /app ./
RUN mkdir -p data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: the server itself gets the signal to stop, and finishes what it is doing.
CMD ["node", "scripts/start.mjs"]
