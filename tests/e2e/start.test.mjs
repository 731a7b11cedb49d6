// Both forms of the app start, page and worker, under their policies, and then ask nobody for anything.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { recordingProxy } from "./proxy.mjs";
import { DIST, openApp } from "./support.mjs";

test("the hosted app loads each of its files once and nothing else", async (t) => {
  const proxy = await recordingProxy(t);
  const app = await openApp(t, { proxy });
  await app.close();
  assert.deepEqual(app.notes, []);
  // The reader of workbooks waits for the first workbook: see containers.test.mjs.
  const files = readdirSync(DIST).filter((name) => !name.startsWith(".") && !name.startsWith("tundish-book-"));
  const expected = files.map((name) => `GET ${app.url}${name === "index.html" ? "" : name}`);
  assert.deepEqual(proxy.requests.toSorted(), expected.toSorted());
});

test("the one file starts from disk, its worker too, with no request", async (t) => {
  const proxy = await recordingProxy(t);
  const app = await openApp(t, { form: "single", proxy });
  await app.close();
  assert.deepEqual(app.notes, []);
  assert.deepEqual(proxy.requests, []);
});

test("a worker's request would have been noted", async (t) => {
  const proxy = await recordingProxy(t);
  const app = await openApp(t, { proxy });
  const before = proxy.requests.length;
  const status = await app.page.evaluate(
    (address) =>
      new Promise((answered) => {
        const text = `fetch(${JSON.stringify(address)}).then((answer) => postMessage(answer.status))`;
        const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
        worker.onmessage = ({ data }) => answered(data);
      }),
    `${app.url}asked-by-a-worker`,
  );
  assert.equal(status, 404);
  assert.deepEqual(proxy.requests.slice(before), [`GET ${app.url}asked-by-a-worker`]);
});

for (const form of ["hosted", "single"]) {
  test(`no WebRTC and no way out for data: ${form}`, async (t) => {
    const { page } = await openApp(t, { form });
    const found = await page.evaluate(() => ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel"].filter((name) => name in globalThis));
    assert.deepEqual(found, []);
    const outcome = await page.evaluate(() => fetch("https://example.invalid/").then(() => "sent", (error) => error.name));
    assert.equal(outcome, "TypeError");
  });
}

test("the theme is the chosen one, or else the system's, before the app runs", async (t) => {
  const { page } = await openApp(t, { theme: "dark" });
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  assert.equal(await theme(), "dark");
  await page.evaluate(() => localStorage.setItem("tundish.theme", "light"));
  await page.reload();
  assert.equal(await theme(), "light");
});
