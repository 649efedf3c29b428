// A static server without any cleverness, and a browser that writes down what happens in it.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, firefox } from "playwright-core";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const PYTHON = process.env.SPINESTACK_PYTHON ?? join(ROOT, ".venv/bin/python");
export const WHEELS = process.env.SPINESTACK_WHEELS ?? join(ROOT, "../shared/pyodide");
export const RUNTIME = join(ROOT, "tests/web/node_modules/pyodide");
export const PATIENCE = 90_000; // ms, on a machine that has other things to do
const UNDER = "/clinic/spinestack/"; // the site must work below any path
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function python(...parts) {
  const options = { cwd: ROOT, encoding: "utf8", maxBuffer: 1e8 };
  return execFileSync(PYTHON, parts, options);
}

// Builds the site in a new folder; one that is there already can be named instead.
export function build() {
  const there = process.env.SPINESTACK_SITE;
  if (there) {
    return { out: there, remove() {} };
  }
  const folder = mkdtempSync(join(tmpdir(), "spinestack-web-"));
  const out = join(folder, "site");
  python("run.py", "web", "--out", out, "--wheels", WHEELS, "--pyodide", RUNTIME);
  return { out, remove: () => rmSync(folder, { recursive: true }) };
}

// Serves a site, packed as hosts do, or as it is by one that is `naive`; `changed` are files that
// someone has changed on the way (to other bytes, or to what is named), `missing` ones that are
// not there, `extra` further pages; `sent` counts bytes.
export async function serve(folder, { changed = {}, missing = [], extra = {}, naive = false } = {}) {
  const state = { sent: 0, changed, missing };
  const read = (path) => {
    const name = path.slice(UNDER.length);
    const copied = name.replace(/\.gz$/, "");
    if (state.missing.includes(copied)) {
      throw new Error("not there");
    }
    return state.changed[copied] ?? extra[path] ?? readFileSync(join(folder, name));
  };
  const packings = { br: ".br", gzip: ".gz" };
  const packed = (path, accepted) => {
    for (const [encoding, suffix] of Object.entries(packings)) {
      const file = join(folder, path.slice(UNDER.length) + suffix);
      if (!naive && accepted.includes(encoding) && existsSync(file) && !(path.slice(UNDER.length) in state.changed)) {
        return [readFileSync(file), { "content-encoding": encoding }];
      }
    }
    return [null, {}];
  };
  const server = createServer((request, response) => {
    let path = new URL(request.url, "http://localhost").pathname;
    path += path.endsWith("/") ? "index.html" : "";
    let plain;
    try {
      plain = read(path);
    } catch {
      response.writeHead(404).end();
      return;
    }
    const [copy, head] = packed(path, request.headers["accept-encoding"] ?? "");
    const data = copy ?? plain;
    state.sent += data.length;
    const types = naive ? { ...TYPES, ".wasm": undefined, ".json": undefined } : TYPES;
    head["content-type"] = types[extname(path)] ?? "application/octet-stream";
    const etag = `"${createHash("sha256").update(data).digest("hex")}"`;
    response.writeHead(200, { ...head, "cache-control": "no-cache", etag }).end(data);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return Object.assign(state, { origin, url: origin + UNDER, stop });
}

// Which browser it is: Chromium, or Firefox as Debian has it, spoken to in WebDriver BiDi.
export const FIREFOX = process.env.BROWSER === "firefox";

export async function launch() {
  return FIREFOX
    ? firefox.launch({ channel: "moz-firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" })
    : chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}

// A visitor of their own: `troubles` are console errors and failed or outside requests,
// and `heard()` is all that a screen reader was given to say.
export async function visitor(browser, origin, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const troubles = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) {
      troubles.push(`outside: ${url}`);
    }
  });
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      troubles.push(`${message.type()}: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => troubles.push(String(error.error())));
  await context.addInitScript(() => {
    window.heard = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (["doing", "live", "notice"].includes(target.id) && target.textContent) {
          window.heard.push(target.textContent);
        }
      }
    }).observe(document, { childList: true, subtree: true });
  });
  return { context, page: await tab(context), troubles };
}

// A tab of a visitor's.
export async function tab(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  if (FIREFOX) {
    const press = page.keyboard.press.bind(page.keyboard);
    page.keyboard.press = async (chord) => (await page.evaluate(pressed, chord)) || press(chord);
  }
  return page;
}

// Presses a key at once: Firefox's driver holds it for as long as the page is busy, and what is
// held repeats. False where it is not the picture that gets it.
function pressed(chord) {
  const canvas = document.getElementById("canvas");
  if (document.activeElement !== canvas) {
    return false;
  }
  const [, before, name] = chord.match(/^((?:(?:Control|Shift|Alt)\+)*)(.+)$/);
  const held = before.split("+").filter(Boolean);
  const codes = { "+": "Equal", "-": "Minus", ".": "Period" };
  const code = codes[name] ?? (/^[a-z]$/.test(name) ? `Key${name.toUpperCase()}` : name);
  const key = name === "Space" ? " " : name;
  const flags = { ctrlKey: held.includes("Control"), shiftKey: held.includes("Shift"), altKey: held.includes("Alt") };
  const send = (type, key, code) =>
    canvas.dispatchEvent(new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true, ...flags }));
  held.forEach((one) => send("keydown", one, `${one}Left`));
  send("keydown", key, code);
  send("keyup", key, code);
  held.reverse().forEach((one) => send("keyup", one, `${one}Left`));
  return true;
}

// Goes to an address and waits until the program is there.
export async function open(page, url) {
  await page.goto(url, { waitUntil: "commit" });
  await ready(page);
}

export const ready = (frame) =>
  frame.waitForFunction(() => document.documentElement.dataset.state === "ready" && window.spinestack);

// Waits until something was said, from the place in what was heard on that `since` names.
export async function says(page, pattern, since = 0) {
  await page
    .waitForFunction(
      ([source, flags, start]) => {
        const wanted = new RegExp(source, flags);
        return window.heard.slice(start).some((text) => wanted.test(text));
      },
      [pattern.source, pattern.flags, since],
    )
    .catch(async () => {
      throw new Error(`${pattern} was not said, but: ${JSON.stringify(await heard(page))}`);
    });
}

// The name of what has the focus in a page or frame.
export const focused = (frame) =>
  frame.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.textContent);

export const sha256 = (data) => createHash("sha256").update(data).digest("base64");

export const heard = (page) => page.evaluate(() => window.heard);

export async function sofar(page) {
  return (await heard(page)).length;
}

// The value of a Python expression in the page; `program` is the running one.
export function ask(page, expression) {
  return page.evaluate((code) => {
    const { pyodide, program } = window.spinestack;
    const names = pyodide.toPy({ program });
    return JSON.parse(pyodide.runPython(`import json\njson.dumps(${code})`, { globals: names }));
  }, expression);
}

// Waits until a Python expression is true in the page.
export async function until(page, expression) {
  const end = Date.now() + PATIENCE;
  while (!(await ask(page, expression))) {
    if (Date.now() > end) {
      throw new Error(`never true: ${expression}`);
    }
    await page.waitForTimeout(50);
  }
}

// Waits until what was done is drawn, and what follows from it: however long that takes.
export async function settled(page) {
  for (let picture = 0; picture < 4; picture += 1) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 20))));
  }
}

// Where something in the picture is in the window, from a Python expression for its place.
export async function place(page, expression) {
  const [[x, y], width] = await ask(page, `[${expression}, program.app.surface.get_width()]`);
  const scale = page.viewportSize().width / width;
  return [x * scale, y * scale];
}
