// The app's only script, page and worker alike; scripts/write-start.mjs puts the glue of wasm-bindgen in the place of
// GLUE and the whole into index.html. The worker is made from this very text, so that it needs no request, not even
// when a second one replaces a first, and a page opened from disk, which may not import modules, can do the same.
(() => {
  "use strict";
  const { init, initSync } = (() => {
    /* GLUE */
  })();

  if (typeof document === "undefined") {
    // The worker: its first message carries the compiled module.
    self.onmessage = ({ data }) => {
      self.onmessage = null;
      initSync({ module: data.module });
    };
    return;
  }

  const ownText = document.currentScript.textContent;
  // A link to the file, or in the one-file build the file itself, packed.
  const wasm = document.getElementById("tundish-wasm");

  async function unpack() {
    const bytes = Uint8Array.from(atob(wasm.textContent), (character) => character.charCodeAt(0));
    wasm.remove();
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return WebAssembly.compile(await new Response(stream).arrayBuffer());
  }

  async function load() {
    if (!wasm.href) return unpack();
    const answer = await fetch(wasm.href);
    // Some servers do not know the type, without which a browser refuses to compile while it loads.
    if (answer.headers.get("content-type") === "application/wasm") return WebAssembly.compileStreaming(answer);
    return WebAssembly.compile(await answer.arrayBuffer());
  }

  function workerUrl() {
    const url = URL.createObjectURL(new Blob([ownText], { type: "text/javascript" }));
    return self.trustedTypes?.createPolicy("app-worker", { createScriptURL: () => url }).createScriptURL(url) ?? url;
  }

  // Leptos writes markup that is constant in the source through innerHTML, which the one file's policy only allows to
  // a text that somebody vouches for. None of that markup runs, loads or links anything.
  const ACTIVE = /<\/?(?:script|iframe|object|embed|img|a|link|meta|base|form|style)\b|[\s"'/](?:on\w+|href|src|srcset|srcdoc|style)\s*=/i;
  self.trustedTypes?.createPolicy("default", {
    // Nothing instead of a text is a refusal.
    createHTML: (markup) => (ACTIVE.test(markup) ? null : markup),
  });

  load().then((module) => {
    const url = workerUrl();
    // src/web/spawn.rs asks for this.
    self.__tundish = {
      spawnWorker() {
        const worker = new Worker(url);
        worker.postMessage({ module });
        return worker;
      },
    };
    return init({ module_or_path: module });
  });
})();
