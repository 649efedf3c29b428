// One file of the site, checked against its hash: for the page, and for the worker that keeps it.
"use strict";

self.fetchChecked = (() => {
  const TYPES = {
    css: "text/css",
    html: "text/html; charset=utf-8",
    js: "text/javascript",
    json: "application/json",
    png: "image/png",
    svg: "image/svg+xml",
    ttf: "font/ttf",
    wasm: "application/wasm",
    webmanifest: "application/manifest+json",
    zip: "application/zip",
  };

  // A host that packs what it sends says so. For one that does not, there are packed copies.
  async function response(address, packed, options) {
    const plain = await fetch(address, options);
    const sendsPacked = plain.headers.has("content-encoding") || plain.headers.has("x-unpacked");
    if (!packed || sendsPacked || !plain.ok || !self.DecompressionStream) {
      return { answer: plain, body: plain.body };
    }
    const copy = await fetch(`${address}.gz`, options);
    if (!copy.ok) {
      return { answer: plain, body: plain.body };
    }
    plain.body.cancel();
    const unpacked = copy.headers.has("content-encoding"); // by the browser already
    return { answer: copy, body: unpacked ? copy.body : copy.body.pipeThrough(new DecompressionStream("gzip")) };
  }

  // A response of the right type, whatever the host calls it; `heard` is told of every piece.
  // Null where it can not be had, or is not what it should be. Where hashes can not be worked out
  // (an address without https) the browser checks it.
  return async function fetchChecked(address, { integrity, packed }, { heard = () => {}, cache = "default" } = {}) {
    const { subtle } = self.crypto || {};
    const pieces = [];
    try {
      const { answer, body } = await response(address, packed && subtle, subtle ? { cache } : { cache, integrity });
      if (!answer.ok) {
        return null;
      }
      for (let reader = body.getReader(), piece; !(piece = await reader.read()).done; ) {
        pieces.push(piece.value);
        heard(piece.value.length);
      }
    } catch (error) {
      return null; // no network, or a piece of it is missing
    }
    const bytes = await new Blob(pieces).arrayBuffer();
    if (subtle) {
      const hash = new Uint8Array(await subtle.digest("SHA-256", bytes));
      if (`sha256-${btoa(String.fromCharCode(...hash))}` !== integrity) {
        return null;
      }
    }
    const type = TYPES[address.split(".").pop()];
    // Kept by the worker, it comes with nothing that says how it was sent.
    return new Response(bytes, { headers: { ...(type && { "content-type": type }), "x-unpacked": "1" } });
  };
})();
