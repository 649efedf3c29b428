// The page before its program is there: what can be done meanwhile, and what it says where
// something is missing, changed, or not allowed.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as web from "./browser.mjs";
import { staged } from "./visit.mjs";

const dutch = { locale: "nl-NL" };
const around = (frame) => `<!doctype html><title>a course</title><link rel="icon" href="icon.svg">
<style>body { height: 3000px }</style><button id="one">one</button>${frame}`;
const frames = {
  plain: `<iframe src="./" width="1000" height="600" title="Spinestack"></iframe>`,
  sandboxed: `<iframe src="./" sandbox="allow-scripts" title="Spinestack"></iframe>`,
  hidden: `<iframe src="./" style="display: none" width="800" height="500" title="Spinestack"></iframe>`,
};
const extra = Object.fromEntries(
  Object.entries(frames).map(([name, frame]) => [`/clinic/spinestack/${name}.html`, around(frame)]),
);
const stage = staged(extra);

// With a server of its own where something is wrong with it.
function visit(name, use, { host, chromium, ...options } = {}) {
  test(name, { skip: web.FIREFOX && chromium }, async () => {
    const own = host ? await web.serve(stage.site.out, { extra, ...host }) : stage.server;
    const guest = await web.visitor(stage.browser, own.origin, { ...dutch, ...options });
    try {
      await use(guest.page, own, guest);
    } finally {
      await guest.context.close();
      if (host) {
        await own.stop();
      }
    }
  });
}

const state = (page) => page.evaluate(() => document.documentElement.dataset.state);
const failed = (page) =>
  page.waitForFunction(() => document.documentElement.dataset.state === "failed" && document.getElementById("advice")?.textContent);

visit("the way in that is chosen while it loads is gone when it is there", async (page, host) => {
  await page.route("**/*.wasm", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await page.goto(host.url, { waitUntil: "commit" });
  await page.getByRole("button", { name: /Ik geef les/ }).click();
  assert.equal(await state(page), "start");
  assert.match(await page.textContent("#chosen"), /zodra alles binnen is/);
  assert.ok(await page.evaluate(() => Number(document.getElementById("progress").value) < 1));
  assert.ok(await page.getByRole("progressbar", { name: /geladen/ }).isVisible());
  await web.ready(page);
  assert.deepEqual(await web.ask(page, "[program.app.tab.name, program.app.tab.teaching]"), ["story", true]);
});

visit("where the keyboard points is where it goes on", async (page, host) => {
  await page.goto(host.url, { waitUntil: "commit" });
  await page.getByRole("button", { name: /Laat het mij zien/ }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await web.ready(page);
  assert.match(await web.ask(page, "program.app.group.focus.describe()"), /zelf proberen/);
});

visit("a host that packs nothing and calls everything bytes will do", async (page, host, guest) => {
  await web.open(page, host.url);
  await page.waitForFunction(() => window.spinestack.pyodide.FS.analyzePath("/pdf.zip").exists);
  assert.deepEqual(guest.troubles, []);
  assert.ok(host.sent < 14e6, `${host.sent}`); // with the sheet to take home, and no more than that
}, { host: { naive: true } });

visit("from a host that packs 7.5 MB come before the first picture", async (page, host, guest) => {
  if (!existsSync(join(stage.site.out, "program.zip.br"))) {
    return guest.skip("no node packed the site");
  }
  await page.route("**/pdf.zip*", () => {}); // comes later
  await web.open(page, host.url);
  assert.ok(host.sent < 7.5e6, `${host.sent}`);
}, { host: {}, serviceWorkers: "block" });

visit("the page forbids to evaluate anything", async (page, host, guest) => {
  await web.open(page, host.url);
  const policy = await page.getAttribute("meta[http-equiv=Content-Security-Policy]", "content");
  assert.doesNotMatch(policy, /'unsafe-eval'/);
  assert.deepEqual(guest.troubles, []);
});

for (const script of ["start", "loading", "page_services", "controls", "downloads", "films", "focus", "text_field", "enlarged", "gestures", "notice", "sound", "updates", "site", "fetching"]) {
  visit(`without ${script}.js it says that a file is missing`, async (page, host) => {
    await page.goto(host.url, { waitUntil: "commit" });
    await failed(page);
    assert.match(await page.textContent("#advice"), /Een bestand kon niet worden geladen/);
  }, { host: { missing: [`${script}.js`] } });
}

visit("a script that was changed on the way is refused", async (page, host) => {
  await page.goto(host.url, { waitUntil: "commit" });
  await failed(page);
  assert.match(await page.textContent("#doing"), /werkt hier niet/);
}, { host: { changed: { "notice.js": Buffer.from("export const say = 1, ask = 2;") } } });

visit("without its first script it speaks up all the same", async (page, host) => {
  await page.goto(host.url, { waitUntil: "commit" });
  const said = page.getByText(/Nothing has come for ten seconds/);
  await said.waitFor();
}, { host: { missing: ["first.js"] } });

visit("when nothing comes any more it says so", async (page, host) => {
  await page.route("**/*.wasm", () => {}); // never answered
  await page.goto(host.url, { waitUntil: "commit" });
  await page.waitForFunction(() => document.getElementById("advice")?.textContent);
  assert.match(await page.textContent("#advice"), /Er komt al tien seconden niets meer/);
  assert.equal(await state(page), "start");
});

for (const [what, spoil] of [
  ["at the start", () => (WebAssembly.Memory = function () { throw new RangeError("could not allocate memory"); })],
  ["later", () => { WebAssembly.Memory.prototype.grow = () => { throw new RangeError("no"); }; }],
]) {
  visit(`memory that can not be had is told: ${what}`, async (page, host) => {
    await page.addInitScript(spoil);
    await page.goto(host.url, { waitUntil: "commit" });
    await failed(page);
    assert.match(await page.textContent("#advice"), /te weinig geheugen vrij/);
  });
}

visit("without a service worker it works as well", async (page, host) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "serviceWorker", {
      get() { throw new DOMException("not here", "SecurityError"); },
    });
  });
  await web.open(page, `${host.url}?scene=blocks`);
  await page.waitForTimeout(500);
  assert.equal(await state(page), "ready");
});

const inside = async (page, host, name) => {
  await page.goto(`${host.url}${name}.html`, { waitUntil: "commit" });
  await page.waitForFunction(() => frames.length);
  return page.frames()[1];
};

visit("in a frame that may load nothing it says what to do", async (page, host) => {
  const frame = await inside(page, host, "sandboxed");
  await failed(frame);
  assert.match(await frame.textContent("#advice"), /kader .* allow-same-origin/);
});

visit("in a frame that is not displayed it waits until it is", async (page, host) => {
  const frame = await inside(page, host, "hidden");
  await page.waitForTimeout(4000);
  assert.equal(await state(frame), "start");
  await page.evaluate(() => (document.querySelector("iframe").style.display = "block"));
  await web.ready(frame);
  const size = await frame.evaluate(() => [document.getElementById("canvas").width, document.getElementById("canvas").height]);
  assert.deepEqual(size, [800, 500]);
});

visit("in a frame it leaves the focus and the wheel to the page around it", async (page, host) => {
  const frame = await inside(page, host, "plain");
  await page.focus("#one");
  await web.ready(frame);
  assert.equal(await page.evaluate(() => document.activeElement.id), "one");
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction(() => scrollY > 100);
});

visit("an update is found and offered, and taken it is there", async (page, host) => {
  await web.open(page, `${host.url}?scene=blocks&press=70`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await web.open(page, `${host.url}?scene=blocks&press=70`); // now from what was kept
  const worker = readFileSync(join(stage.site.out, "worker.js"), "utf8");
  const css = Buffer.concat([readFileSync(join(stage.site.out, "page.css")), Buffer.from("main { outline: 0 }")]);
  const before = JSON.parse(worker.split("\n")[0].slice("const FILES = ".length, -1));
  const kept = before.find((file) => file.url === "page.css").integrity;
  const html = readFileSync(join(stage.site.out, "index.html"), "utf8").replace(kept, `sha256-${web.sha256(css)}`);
  const changed = { "page.css": css, "index.html": Buffer.from(html) };
  const integrity = (url) => `sha256-${web.sha256(changed[url])}`;
  const after = before.map((file) => (file.url in changed ? { ...file, integrity: integrity(file.url) } : file));
  Object.assign(host.changed, changed);
  host.changed["worker.js"] = Buffer.from(worker.replace(/^.*\n/, `const FILES = ${JSON.stringify(after)};\n`));
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one.update()));
  const take = page.getByRole("button", { name: "Neem die nu" });
  await take.waitFor();
  const old = await page.evaluate(() => performance.timeOrigin);
  await take.click();
  await page.waitForFunction((time) => performance.timeOrigin !== time, old);
  await web.ready(page);
  assert.equal(await web.ask(page, "program.app.experiment.model.settings['press']"), 70);
  assert.match(await page.evaluate(() => fetch("page.css").then((css) => css.text())), /outline: 0/);
}, { host: {} });
