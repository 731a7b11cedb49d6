// The script of the one-file build, page and worker alike: scripts/bundle.mjs puts it into the page, with the glue of
// wasm-bindgen in the place of GLUE. A `file:` page may not import modules, not even into a worker, so all of this is
// one classic script, and the worker is made from its very text.
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
  const packed = document.getElementById("tundish-wasm");

  async function unpack() {
    const bytes = Uint8Array.from(atob(packed.textContent), (character) => character.charCodeAt(0));
    packed.remove();
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return WebAssembly.compile(await new Response(stream).arrayBuffer());
  }

  function workerUrl() {
    const url = URL.createObjectURL(new Blob([ownText], { type: "text/javascript" }));
    return self.trustedTypes?.createPolicy("app-worker", { createScriptURL: () => url }).createScriptURL(url) ?? url;
  }

  unpack().then((module) => {
    const url = workerUrl();
    // src/web/spawn.rs asks for this.
    self.__tundish_single = {
      spawn() {
        const worker = new Worker(url);
        worker.postMessage({ module });
        return worker;
      },
    };
    return init({ module_or_path: module });
  });
})();
