/** A small server of files, on this machine alone, with a policy as strict as a page can have. */

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

/** Serves a folder and returns its address; `wasmType` is what the server says of WebAssembly, `policy` what a page may do. */
export function serve(folder, { wasmType = TYPES[".wasm"], policy = POLICY } = {}) {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)));
    let size;
    try {
      size = statSync(path).isFile() && statSync(path).size;
    } catch {
      size = undefined;
    }
    if (!size) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("nothing is here");
      return;
    }
    const type = extname(path) === ".wasm" ? wasmType : (TYPES[extname(path)] ?? "text/plain");
    response.writeHead(200, { "Content-Type": type, "Content-Length": size, "Content-Security-Policy": policy });
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }));
  });
}
