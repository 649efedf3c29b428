// Measures the page in headless Chromium and prints one line of JSON: how often it is drawn in four windows, how
// long the first picture takes, also beside the runtime and its packages alone, what is sent, and the memory.
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

// A new visitor each time, with nothing kept, on a processor so many times slower and a line of so
// many megabits a second: seconds until `ready` holds, until something is seen, from the engine's
// arrival on, and the bytes that were sent until then.
async function first(url, ready, { slower = 1, megabits = 0 } = {}) {
  const { context, page } = await web.visitor(browser, server.origin);
  const protocol = await context.newCDPSession(page);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: slower });
  if (megabits) {
    const bytes = (1e6 / 8) * megabits;
    const line = { offline: false, latency: 20, downloadThroughput: bytes, uploadThroughput: bytes };
    await protocol.send("Network.emulateNetworkConditions", line);
  }
  await page.goto(url, { waitUntil: "commit" });
  const at = await page.waitForFunction(ready).then((found) => found.jsonValue());
  const found = await page.evaluate((until) => {
    const come = performance.getEntriesByType("resource").filter((one) => one.responseEnd <= until);
    const engine = come.find(({ name }) => name.endsWith("pyodide.asm.wasm"))?.responseEnd;
    const seen = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    const bytes = come.reduce((sum, one) => sum + one.encodedBodySize, 0);
    return { seen: seen / 1000, engine: (until - engine) / 1000, bytes };
  }, at);
  await context.close();
  return { seconds: at / 1000, ...found };
}

// Pictures a second while something is done to the page.
async function rate(page, act) {
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
  await act();
  return counting;
}

// A push a second.
async function push(page) {
  for (let second = 0; second < SECONDS; second += 1) {
    await page.keyboard.press(second % 2 ? "s" : "p");
    await page.waitForTimeout(900);
  }
}

// The picture is taken in its middle and moved to and fro.
async function drag(page) {
  const [x, y] = await web.place(page, "list(program.app.group.widgets[0].rect.center)");
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 20 * SECONDS; step += 1) {
    await page.mouse.move(x + 40 * Math.sin(step / 5), y);
    await page.waitForTimeout(45);
  }
  await page.mouse.up();
}

// Pictures a second in every scene, pushed and dragged, in a window of a size and a density, on a
// processor so many times slower; and the share of a core that a paused scene takes.
async function rates(size, density = 1, slower = 1) {
  const [width, height] = size;
  const options = { viewport: { width, height }, deviceScaleFactor: density };
  const { context, page } = await web.visitor(browser, server.origin, options);
  await web.open(page, `${server.url}?scene=blocks&lang=en`);
  const protocol = await context.newCDPSession(page);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const found = {};
  for (const name of await web.ask(page, "list(__import__('sim.catalogue').catalogue.SCENES)")) {
    await web.ask(page, `program.app.choose('${name}')`);
    await page.waitForTimeout(2000 * slower);
    found[name] = Math.min(await rate(page, () => push(page)), await rate(page, () => drag(page)));
  }
  await web.ask(page, "program.app.home()");
  await page.waitForTimeout(1000);
  await protocol.send("Performance.enable");
  const busy = async () => {
    const { metrics } = await protocol.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value;
  };
  const before = await busy();
  await page.waitForTimeout(1000 * SECONDS);
  const idle = (100 * ((await busy()) - before)) / SECONDS;
  await context.close();
  return { slowest: Math.min(...Object.values(found)), idle, ...found };
}

// The engine's memory [bytes] after each round through all scenes with pushes, for so many minutes.
async function memory(minutes) {
  const { context, page } = await web.visitor(browser, server.origin);
  await web.open(page, `${server.url}?scene=blocks&lang=en`);
  const names = await web.ask(page, "list(__import__('sim.catalogue').catalogue.SCENES)");
  const found = [];
  const end = performance.now() + 60_000 * minutes;
  while (performance.now() < end || found.length < 3) {
    for (const name of names) {
      await web.ask(page, `program.app.choose('${name}')`);
      await push(page);
    }
    found.push(await page.evaluate(() => window.spinestack.pyodide._module.HEAP8.length));
  }
  await context.close();
  return found;
}

// Seconds from a change of a slider until "later means more" is there, and the longest that a
// picture took meanwhile [ms].
async function curve() {
  const { context, page } = await web.visitor(browser, server.origin);
  await web.open(page, `${server.url}?scene=timing&lang=en`);
  await web.until(page, "not program.app.experiment.background.pending");
  await page.waitForTimeout(2000);
  const found = await page.evaluate(async () => {
    const scene = window.spinestack.program.app.experiment;
    const begin = performance.now();
    let before = begin;
    let longest = 0;
    scene.change("lag", 0.04);
    while (scene.background.pending) {
      const now = await new Promise(requestAnimationFrame);
      longest = Math.max(longest, now - before);
      before = now;
    }
    return { seconds: (performance.now() - begin) / 1000, longest };
  });
  await context.close();
  return found;
}

const shown = () => document.documentElement.dataset.state === "ready" && window.shown;
const seen = [];
for (let run = 0; run < runs; run += 1) {
  const ours = await first(server.url, shown);
  const bare = await first(`${server.url}bare.html`, () => window.ready);
  seen.push({ ...ours, share: ours.seconds / bare.seconds });
}
const rounds = await memory(runs > 1 ? 10 : 1);
const found = {
  seen,
  line: (await first(server.url, shown, { megabits: 10 })).seconds,
  slow: (await first(server.url, shown, { slower: 4 })).seconds,
  memory: rounds.at(-1),
  growth: rounds.at(-1) - rounds[1],
  curve: await curve(),
  rates: {
    window: await rates([1280, 720]),
    phone: await rates([390, 844], 3),
    large: await rates([1920, 1080]),
    school: await rates([1366, 768], 1, 4),
  },
};
console.log(JSON.stringify(found));
await browser.close();
await server.stop();
site.remove();
