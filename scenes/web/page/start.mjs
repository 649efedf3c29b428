// Shows what is being loaded, starts the program, and says what to do when that can't be.
import site from "./site.mjs";
import { shareFocus } from "./focus.mjs";
import { address, data, loadAll, Missing } from "./load.mjs";
import { kept, makePage } from "./page.mjs";

const part = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search).get("lang");
const language = [asked, kept().match(/^language = "(\w+)"/m)?.[1], ...(navigator.languages ?? [])]
  .map((tag) => tag?.slice(0, 2).toLowerCase())
  .find((tag) => tag in site.words) ?? "en";
const words = site.words[language];

let failed = false;

function doing(text) {
  if (!failed) {
    part("doing").textContent = text;
  }
}

function fail(why, error) {
  console.error(error);
  part("loading").hidden = false;
  part("progress").hidden = true;
  doing(words.failed);
  failed = true; // what is still under way says nothing more
  part("advice").textContent = words[why];
}

async function start() {
  document.documentElement.lang = language;
  const { startable, everything } = loadAll((share, what) => {
    part("progress").value = share;
    doing(what ? words[`loading_${what}`] : words.starting);
  });
  await Promise.race([startable, everything]); // one that fails is no reason to wait for the others
  const runtime = address(site.parts.engine[0].url);
  const starting = loadPyodide({
    indexURL: new URL(".", runtime).href,
    lockFileURL: address("lock.json"),
    packageBaseUrl: address("."),
    packages: ["numpy", "pymunk", "pygame-ce"],
    env: { HOME: "/", PYGAME_HIDE_SUPPORT_PROMPT: "1" },
  });
  const [pyodide] = await Promise.all([starting, everything]);
  pyodide._api._skip_unwind_fatal_error = true; // SDL leaves its main loop by an exception
  const archive = await fetch(address("program.zip"));
  pyodide.unpackArchive(await archive.arrayBuffer(), "zip", { extractDir: "/spinestack" });
  pyodide.runPython("import sys; sys.path[:0] = ['/spinestack', '/pdf.zip']");
  const canvas = part("canvas");
  pyodide.canvas.setCanvas2D(canvas);
  const page = makePage(canvas, language, words);
  const program = pyodide.pyimport("scenes.web.browser").Program(page);
  page.connect(program);
  shareFocus(canvas, program);
  canvas.focus();
  window.spinestack = { pyodide, program }; // for tests, and for the curious
  const running = program.run();
  part("loading").hidden = true;
  window.shown = performance.now();
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("worker.js").catch(() => {}); // then it needs the network
  }
  loadLater(pyodide, program);
  await running;
}

// What only a sheet to take home needs is fetched when everything is shown.
async function loadLater(pyodide, program) {
  const library = await data(address(site.later.url), site.later.integrity).catch(() => null);
  if (library) {
    pyodide.FS.writeFile("/pdf.zip", new Uint8Array(await library.arrayBuffer()));
    program.can_make_pdf();
  } // else the sheet says that it can't be made
}

if (typeof WebAssembly !== "object") {
  fail("no_webassembly", "no WebAssembly");
} else {
  start().catch((error) => fail(error instanceof Missing ? "missing" : "broken", error));
}
