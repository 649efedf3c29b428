// Keeps the whole page, so that the next visit works without a network. FILES stands above.
importScripts("fetching.js");

const address = (file) => new URL(file.url, registration.scope).href;
const NAME = `spinestack ${registration.scope} `;
const CACHE = NAME + FILES.map((file) => file.integrity.slice(7, 15)).join("");

async function fill() {
  const cache = await caches.open(CACHE);
  for (const file of FILES) {
    // What the page has just loaded comes from the browser's own store, not from the network.
    const response =
      (await fetchChecked(address(file), file, { cache: "force-cache" })) ??
      (await fetchChecked(address(file), file, { cache: "reload" }));
    if (!response) {
      throw new Error(file.url);
    }
    await cache.put(address(file), response);
  }
}

async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith(NAME) && name !== CACHE) {
      await caches.delete(name);
    }
  }
}

async function answer(request) {
  const url = new URL(request.url);
  const page = url.href.split(/[?#]/)[0] === registration.scope ? "index.html" : url.href;
  const cache = await caches.open(CACHE);
  const found = await cache.match(new URL(page, registration.scope).href, { ignoreSearch: true });
  return found ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", (event) => event.data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
  if (event.request.method === "GET") {
    event.respondWith(answer(event.request));
  }
});
