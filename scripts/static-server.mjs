// A small file server on 127.0.0.1 for the built app: scripts/serve runs it, the end-to-end tests import it.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

function fileFor(folder, url) {
  const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  if (path.split("/").some((part) => part.startsWith("."))) return null;
  const file = resolve(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(resolve(folder) + sep)) return null;
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? { file, bytes: found.size } : null;
}

function answer(folder, request, response) {
  let found = null;
  try {
    found = fileFor(folder, request.url);
  } catch {
    // An address that can't be decoded is an address that is not here.
  }
  if (!found || !["GET", "HEAD"].includes(request.method)) {
    response.writeHead(found ? 405 : 404, { "content-type": "text/plain" }).end();
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES[extname(found.file)] ?? "application/octet-stream",
    "content-length": found.bytes,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(found.file).pipe(response);
}

/** Serves `folder` on the first free port from `port` on (0: any). Resolves to { port, url, close }. */
export function serveFolder(folder, port = 0) {
  const server = createServer((request, response) => answer(folder, request, response));
  const last = Math.min(port + 50, 65535);
  return new Promise((done, failed) => {
    server.on("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0 && port < last) server.listen(++port, "127.0.0.1");
      else failed(error);
    });
    server.on("listening", () => {
      const bound = server.address().port;
      const close = () => new Promise((closed) => {
        server.closeAllConnections();
        server.close(closed);
      });
      done({ port: bound, url: `http://127.0.0.1:${bound}/`, close });
    });
    server.listen(port, "127.0.0.1");
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveFolder(process.argv[2], Number(process.argv[3] ?? 8080));
  console.log("Tundish is served at");
  console.log(url);
}
