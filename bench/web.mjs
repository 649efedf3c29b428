// Measures the page in headless Chromium and prints one line of JSON: how often it is drawn, how
// long the first picture takes beside the runtime and its packages alone, and what is transferred.
import * as web from "../tests/web/browser.mjs";

const runs = Number(process.argv[2]);
const SECONDS = 4;
const BARE = `<!doctype html><link rel="icon" href="icon.svg"><script src="runtime/pyodide.js"></script>
<script type="module">
const base = new URL(".", document.baseURI).href;
const pyodide = await loadPyodide({ indexURL: base + "runtime/", lockFileURL: base + "lock.json",
  packageBaseUrl: base, packages: ["numpy", "pymunk", "pygame-ce"] });
pyodide.runPython("import numpy, pymunk, pygame");
window.ready = performance.now();
</script>`;

const site = web.build();
const server = await web.serve(site.out, { extra: { "/clinic/spinestack/bare.html": BARE } });
const browser = await web.launch();

// A new visitor each time, with nothing kept; the seconds until `ready` holds.
async function first(url, ready) {
  const { context, page } = await web.visitor(browser, server.origin);
  const sent = server.sent;
  await page.goto(url, { waitUntil: "commit" });
  const seconds = await page.waitForFunction(ready).then((found) => found.evaluate((time) => time / 1000));
  const bytes = server.sent - sent;
  await context.close();
  return { seconds, bytes };
}

// Pictures a second in every scene, while it is pushed once a second.
async function rates() {
  const { context, page } = await web.visitor(browser, server.origin);
  await web.open(page, `${server.url}?scene=blocks&lang=en`);
  const found = {};
  for (const name of await web.ask(page, "list(__import__('sim.catalogue').catalogue.SCENES)")) {
    await web.ask(page, `program.app.choose('${name}')`);
    await page.waitForTimeout(2000);
    const counting = page.evaluate(
      (milliseconds) =>
        new Promise((resolve) => {
          const begin = performance.now();
          let count = 0;
          const next = (now) => {
            count += 1;
            now - begin < milliseconds ? requestAnimationFrame(next) : resolve((1000 * count) / (now - begin));
          };
          requestAnimationFrame(next);
        }),
      1000 * SECONDS,
    );
    for (let second = 0; second < SECONDS; second += 1) {
      await page.keyboard.press(second % 2 ? "s" : "p");
      await page.waitForTimeout(900);
    }
    found[name] = await counting;
  }
  await context.close();
  return found;
}

const shares = [];
let bytes = 0;
for (let run = 0; run < runs; run += 1) {
  const shown = () => document.documentElement.dataset.state === "ready" && window.shown;
  const ours = await first(server.url, shown);
  const bare = await first(`${server.url}bare.html`, () => window.ready);
  shares.push(ours.seconds / bare.seconds);
  bytes = ours.bytes;
}
console.log(JSON.stringify({ shares, megabytes: bytes / 1e6, rates: await rates() }));
await browser.close();
await server.stop();
site.remove();
