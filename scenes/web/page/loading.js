// Loads all files of the runtime and the program, each checked against its hash: first what the
// runtime needs to start, and while it starts the rest.
import site from "./site.js";

const PARTS = Object.keys(site.parts); // in the order in which they are needed
const total = PARTS.flatMap((part) => site.parts[part]).reduce((sum, file) => sum + file.bytes, 0);

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
  const heard = (bytes) => {
    done += bytes;
    report(done / total, PARTS.find((part) => waiting.get(part) > 0));
  };
  heard(0);

  const load = (part) =>
    Promise.all(
      site.parts[part].map((file) => {
        const found = (file.url.endsWith(".js") ? script : data)(file, heard).then((response) => {
          waiting.set(part, waiting.get(part) - 1);
          heard(0);
          return response;
        });
        loaded.set(address(file.url), found);
        return found;
      }),
    );
  const startable = load(PARTS[0]);
  const everything = startable.then(() => Promise.all(PARTS.slice(1).map(load)));

  const network = window.fetch;
  window.fetch = (request, options) => {
    const url = address(request.url ?? request);
    const found = loaded.get(url);
    loaded.delete(url);
    return found ?? network(request, options);
  };
  return { startable, everything };
}

// One file; `heard` is told of every piece of it.
export async function data(file, heard) {
  const response = await window.fetchChecked(address(file.url), file, { heard });
  if (!response) {
    throw new Missing(file.url);
  }
  return response;
}

function script({ url, integrity, bytes }, heard) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.addEventListener("load", () => {
      heard(bytes);
      resolve();
    });
    element.addEventListener("error", () => reject(new Missing(url)));
    Object.assign(element, { src: address(url), integrity, crossOrigin: "anonymous" });
    document.head.append(element);
  });
}
