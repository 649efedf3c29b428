// Loads all files of the runtime and the program at once, each checked against its hash.
import site from "./site.mjs";

const PARTS = Object.keys(site.parts);
const files = PARTS.flatMap((part) => site.parts[part].map((file) => ({ ...file, part })));
const total = files.reduce((sum, file) => sum + file.bytes, 0);

export const address = (url) => new URL(url, document.baseURI).href;

// What was asked for could not be had: no network, a blocked address, or other bytes.
export class Missing extends Error {}

// Begins to load everything; `report(share, part)` hears how far it is and what it waits for.
// From then on `fetch` hands out what is loaded, so that the runtime needs no network of its own.
// Returns when the runtime can be started, and when everything is there.
export function loadAll(report) {
  let done = 0;
  const waiting = new Map(PARTS.map((part) => [part, site.parts[part].length]));
  const loaded = new Map();
  const arrived = (file) => {
    done += file.bytes;
    waiting.set(file.part, waiting.get(file.part) - 1);
    report(done / total, PARTS.find((part) => waiting.get(part) > 0));
  };
  report(0, PARTS[0]);
  for (const file of files) {
    const url = address(file.url);
    const get = url.endsWith(".js") ? script : data;
    loaded.set(
      url,
      get(url, file.integrity).then((response) => {
        arrived(file);
        return response;
      }),
    );
  }
  const network = window.fetch;
  window.fetch = (request, options) => {
    const url = address(request.url ?? request);
    const found = loaded.get(url);
    loaded.delete(url);
    return found ?? network(request, options);
  };
  const scripts = [...loaded].filter(([url]) => url.endsWith(".js")).map(([, found]) => found);
  return { startable: Promise.all(scripts), everything: Promise.all(loaded.values()) };
}

// One file, checked against its hash.
export async function data(url, integrity) {
  const response = await fetch(url, { integrity }).catch(() => null);
  if (!response?.ok) {
    throw new Missing(url);
  }
  return response;
}

function script(url, integrity) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Missing(url)));
    Object.assign(element, { src: url, integrity, crossOrigin: "anonymous" });
    document.head.append(element);
  });
}
