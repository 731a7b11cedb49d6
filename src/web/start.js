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
    let reader = null;
    // src/web/books.rs asks for this: the page loads the module, the worker runs it.
    self.__tundishBooks = {
      load() {
        reader ??= new Promise((done, failed) => {
          self.addEventListener("message", function listen({ data }) {
            if (!data || !("book" in data)) return;
            self.removeEventListener("message", listen);
            if (data.book) return done(bookReader(data.book));
            reader = null;
            failed(data.reason);
          });
          self.postMessage({ wants: "book" });
        });
        return reader;
      },
    };
    return;
  }

  // A fresh instance for each workbook: its memory goes when it is done. src/bin/book.rs is the other side.
  function bookReader(module) {
    const imports = {};
    // Some of what the library brings along is named though nothing calls it.
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
      (imports[from] ??= {})[name] = () => {
        throw new Error(`${name} is not here`);
      };
    }
    return (bytes, head) => {
      const book = new WebAssembly.Instance(module, imports).exports;
      const at = book.room(bytes.length + head.length) >>> 0;
      const room = new Uint8Array(book.memory.buffer, at, bytes.length + head.length);
      room.set(bytes);
      room.set(head, bytes.length);
      book.read(head.length);
      return new Uint8Array(book.memory.buffer, book.answer_begin() >>> 0, book.answer_length()).slice();
    };
  }

  const ownText = document.currentScript.textContent;

  // An element names its file, or in the one-file build holds the file itself, packed.
  async function unpack(element) {
    const bytes = Uint8Array.from(atob(element.textContent), (character) => character.charCodeAt(0));
    element.remove();
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return WebAssembly.compile(await new Response(stream).arrayBuffer());
  }

  async function load(id) {
    const element = document.getElementById(id);
    const address = element.href ?? element.dataset.href;
    if (!address) return unpack(element);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
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

  // The reader of workbooks, which most people never need: loaded once, when a worker asks.
  let book = null;
  function giveBook(worker) {
    book ??= load("tundish-book");
    book.then(
      (module) => worker.postMessage({ book: module }),
      (error) => {
        book = null;
        worker.postMessage({ book: null, reason: error.message });
      },
    );
  }

  load("tundish-wasm").then((module) => {
    const url = workerUrl();
    // src/web/spawn.rs asks for this.
    self.__tundish = {
      spawnWorker() {
        const worker = new Worker(url);
        worker.addEventListener("message", ({ data }) => {
          if (data?.wants === "book") giveBook(worker);
        });
        worker.postMessage({ module });
        return worker;
      },
    };
    return init({ module_or_path: module });
  });
})();
