// A proxy that notes every request of the browser, those of workers included, which no event of the page shows.
import { createServer, request as forward } from "node:http";

// The browser's own calls home; no page can make a request to them under the app's policy.
const CHROMIUM_ITSELF = /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|googleusercontent\.com)$/;

/** Starts one. `requests` grows by "METHOD address"; only this machine is let through. */
export async function recordingProxy(t) {
  const requests = [];
  const note = (method, host, what) => {
    if (!CHROMIUM_ITSELF.test(host)) requests.push(`${method} ${what}`);
  };
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url, "http://proxy.invalid");
    note(incoming.method, url.hostname, url.href);
    if (url.hostname !== "127.0.0.1") return outgoing.writeHead(502).end();
    const onward = forward(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  // Anything encrypted, and every web socket.
  server.on("connect", (incoming, socket) => {
    note("CONNECT", incoming.url.replace(/:\d+$/, ""), incoming.url);
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => new Promise((closed) => {
    server.closeAllConnections();
    server.close(closed);
  }));
  return { requests, url: `http://127.0.0.1:${server.address().port}` };
}
