// A message that page and worker can't read is said, with what to do; nobody waits for ever.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, openBrowser, part, ready } from "./support.mjs";

/** The app with its workers within reach. */
async function opened(t, options = {}) {
  const { page, notes } = await openBrowser(t, options);
  await page.addInitScript(() => {
    const Plain = self.Worker;
    self.workers = [];
    self.Worker = class extends Plain {
      constructor(...how) {
        super(...how);
        self.workers.push(this);
      }
    };
  });
  await page.goto(await addressOf(t, "hosted"));
  await ready(page);
  return { page, notes };
}

/** The sentence is there, and reloading takes it away. */
async function toldAndReloaded(page, words) {
  const trouble = part(page, "worker-trouble");
  await part(page, "reload").waitFor();
  assert.match(await trouble.innerText(), words);
  await part(page, "reload").click();
  await page.waitForFunction(() => !document.querySelector('[data-part="reload"]'));
  await ready(page);
}

test("an answer that the page can't read is said", async (t) => {
  const { page, notes } = await opened(t);
  // What is no message of ours is nobody's business.
  await page.evaluate(() => self.workers[0].dispatchEvent(new MessageEvent("message", { data: { wants: "nothing" } })));
  assert.equal(await part(page, "worker-trouble").innerText(), "");
  await page.evaluate(() => {
    const data = { bytes: new Uint8Array([250, 1]).buffer };
    self.workers[0].dispatchEvent(new MessageEvent("message", { data }));
  });
  await toldAndReloaded(page, /did not understand each other.*Reload the page/s);
  assert.deepEqual(notes, []);
});

test("a request that the worker can't read is said, in Russian too", async (t) => {
  const { page, notes } = await opened(t, { locale: "ru-RU" });
  await page.evaluate(() => self.workers[0].postMessage({ bytes: new Uint8Array([250, 1]).buffer }));
  await toldAndReloaded(page, /не поняли друг друга.*Перезагрузите страницу/s);
  assert.deepEqual(notes, []);
});

test("a worker that dies again and again is said to be gone", async (t) => {
  const { page } = await opened(t);
  for (let times = 1; times <= 4; times++) {
    await page.waitForFunction((n) => self.workers.length === n, times);
    await page.evaluate(() => self.workers.at(-1).dispatchEvent(new Event("error", { cancelable: true })));
  }
  await toldAndReloaded(page, /can’t be started.*Reload the page/s);
});
