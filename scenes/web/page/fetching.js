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

  const network = self.fetch.bind(self); // the page puts itself in its place later

  // Whether the host packs what it sends: it says so with a small archive.
  let packing;
  const hostPacks = () => {
    packing = packing || network("sample.zip").then(
      (sample) => !sample.ok || sample.headers.has("content-encoding") || sample.headers.has("x-unpacked"),
      () => true,
    );
    return packing;
  };

  // From a host that packs nothing the packed copy is taken.
  async function response(address, packed, options) {
    const copy = packed && self.DecompressionStream && !(await hostPacks());
    const answer = await network(copy ? `${address}.gz` : address, options);
    const unpack = copy && !answer.headers.has("content-encoding"); // else the browser has done it
    return { answer, body: unpack ? answer.body.pipeThrough(new DecompressionStream("gzip")) : answer.body };
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
