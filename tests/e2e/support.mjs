// What the end-to-end tests share: the built app on a server or as one file, a fresh Chromium, and hands for it.
// What is expected of the app is not here: see the *.test.mjs files.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { serveFolder } from "../../scripts/static-server.mjs";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const DIST = join(ROOT, "dist");
export const SINGLE_FILE = join(ROOT, "dist-single", "tundish.html");

/** The real exports that some tests read; null where they are not at hand. */
export const DATA =
  [process.env.TUNDISH_DATA, join(ROOT, "../shared/data"), join(ROOT, "../../shared/data")]
    .find((folder) => folder && existsSync(folder)) ?? null;

const CHROMIUM = process.env.CHROMIUM || "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/**
 * Opens the app in a browser of its own and waits until its worker is ready.
 * `t` is the test's context: everything is closed when it ends.
 * form: "hosted" or "single"; width, height in CSS pixels; theme: "light" or "dark"; locale as in "ru-RU";
 * ratio: device pixels per CSS pixel; proxy: what `recordingProxy` gave; storage: a folder to use as the profile, so
 * that a second opening finds what the first one left; executable: another browser than the usual one.
 */
export async function openApp(t, options = {}) {
  const { form = "hosted", query = "", ...browser } = options;
  const opened = await openBrowser(t, browser);
  opened.url = (await addressOf(t, form)) + query;
  await opened.page.goto(opened.url);
  await ready(opened.page);
  return opened;
}

/** A fresh Chromium with one empty page. `notes` gathers what went wrong in it: errors and refused policies. */
export async function openBrowser(t, options = {}) {
  const { width = 1400, height = 900, theme = "light", locale = "en-US", ratio = 1 } = options;
  const { proxy = null, storage = null, executable = CHROMIUM } = options;
  const profile = storage ?? temporaryFolder(t);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    args: FLAGS,
    headless: true,
    acceptDownloads: true,
    viewport: { width, height },
    deviceScaleFactor: ratio,
    colorScheme: theme,
    locale,
    // Loopback goes through the proxy too, which Chromium would otherwise leave out.
    proxy: proxy ? { server: proxy.url, bypass: "<-loopback>" } : undefined,
  });
  const close = once(() => context.close());
  atEnd(t, close);
  const page = context.pages()[0] ?? (await context.newPage());
  const notes = watch(page);
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`Content Security Policy refused ${event.blockedURI} (${event.violatedDirective})`);
    });
  });
  return { context, page, notes, close };
}

/** A Chromium in a network of its own that leads nowhere; null where this machine can't make one. */
export function offlineChromium(t) {
  // Without root, a user namespace gives the right to make the other one.
  const way = ["-n", "-rn"].find((flags) => spawnSync("unshare", [flags, "true"]).status === 0);
  if (!way) return null;
  const path = join(temporaryFolder(t), "chromium");
  writeFileSync(path, `#!/bin/sh\nexec unshare ${way} "${CHROMIUM}" "$@"\n`, { mode: 0o755 });
  return path;
}

/** The page and its worker are there: the app says so on its root element. */
export const ready = (page) => page.waitForSelector('html[data-worker="ready"]', { state: "attached" });

/** The address of the built app in one of its two forms; the server ends with the test. */
export async function addressOf(t, form) {
  const built = form === "single" ? SINGLE_FILE : join(DIST, "index.html");
  if (!existsSync(built)) throw new Error(`${built} is not built: run scripts/bundle`);
  if (form === "single") return pathToFileURL(SINGLE_FILE).href;
  const server = await serveFolder(DIST);
  atEnd(t, server.close);
  return server.url;
}

function watch(page) {
  const notes = [];
  page.on("pageerror", (error) => notes.push(`error: ${error.message}`));
  page.on("crash", () => notes.push("the page crashed"));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) notes.push(`${message.type()}: ${message.text()}`);
  });
  return notes;
}

/** Does `action` when the test is over, the last registered first: a folder goes after the browser that uses it. */
function atEnd(t, action) {
  const others = ENDINGS.get(t);
  if (others) return others.push(action);
  const actions = [action];
  ENDINGS.set(t, actions);
  t.after(async () => {
    for (const last of actions.toReversed()) await last();
  });
}
const ENDINGS = new WeakMap();

export function temporaryFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), "tundish-e2e-"));
  atEnd(t, () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

function once(action) {
  let done = null;
  return () => (done ??= action());
}

/** `data-part` is the contract between views and tests; classes are not. */
export const part = (page, name) => page.locator(`[data-part="${name}"]`);

/** The first part of that name, once it is seen. */
export async function waitForPart(page, name, options = {}) {
  const found = part(page, name).first();
  await found.waitFor({ state: "visible", timeout: 30_000, ...options });
  return found;
}

/** Drops files from disk on a part as a hand would: the browser itself reads them, whatever their size. */
export async function dropFiles(page, name, paths) {
  const target = await waitForPart(page, name);
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: paths.map((path) => resolve(path)), dragOperationsMask: 1 };
  const session = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, ...place, data });
  }
  await session.detach();
}

/** Chooses files in the file input that is the part, or that opens when the part is clicked. */
export async function chooseFiles(page, name, paths) {
  const target = part(page, name).first();
  if (await target.evaluate((element) => element.matches("input[type=file]"))) {
    await target.setInputFiles(paths);
    return;
  }
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), target.click()]);
  await chooser.setFiles(paths);
}

/** Does `action` and gives the file that it makes the browser save: { name, bytes }. */
export async function download(page, action) {
  const [saved] = await Promise.all([page.waitForEvent("download"), action()]);
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
}
