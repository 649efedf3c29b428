// Loads everything, starts the program, and says what to do when that can't be.
import site from "./site.js";
import { shareFocus } from "./focus.js";
import { shareGestures } from "./gestures.js";
import { address, data, loadAll, Missing } from "./loading.js";
import { makePage } from "./page_services.js";
import { offerUpdates } from "./updates.js";

const { first } = window;
const canvas = document.getElementById("canvas");

// The runtime only aborts where its memory can not grow: what refused it is noted here.
let refused = false;
const { grow } = globalThis.WebAssembly?.Memory.prototype ?? {};
if (grow) {
  WebAssembly.Memory.prototype.grow = function (pages) {
    try {
      return grow.call(this, pages);
    } catch (error) {
      refused = true;
      throw error;
    }
  };
}

function why(error) {
  if (error instanceof Missing) {
    return "missing";
  }
  return refused || /memory/i.test(`${error?.name} ${error?.message}`) ? "no_memory" : "broken";
}

// A frame that is not displayed has no size yet.
function sized() {
  return new Promise((resolve) => {
    const watch = new ResizeObserver(() => {
      if (canvas.clientWidth && canvas.clientHeight) {
        watch.disconnect();
        resolve();
      }
    });
    watch.observe(canvas);
  });
}

// What libraries have of JavaScript is laid out as a script where they came into the site, so
// that the page's policy can forbid to evaluate anything.
function evaluateNothing(module) {
  if (window.evaluated) {
    const known = window.evaluated(Object.assign(Object.create(module), { Module: module }));
    const forbidden = window.eval;
    window.eval = (text) => known.get(text) ?? forbidden(text);
  }
}

async function start() {
  const { startable, everything } = loadAll((share, part) => {
    part ? first.news(share, first.words[`loading_${part}`]) : first.starting();
  });
  await Promise.race([startable, everything]); // one that fails is no reason to wait for the others
  const runtime = address(site.parts.engine[0].url);
  const starting = loadPyodide({
    indexURL: new URL(".", runtime).href,
    stdLibURL: address(site.standard_library),
    lockFileURL: address("lock.json"),
    packageBaseUrl: address("."),
    env: { HOME: "/", PYGAME_HIDE_SUPPORT_PROMPT: "1" },
  });
  const [pyodide] = await Promise.all([starting, everything]);
  evaluateNothing(pyodide._module);
  await pyodide.loadPackage(["numpy", "pymunk", "pygame-ce"], { messageCallback() {} });
  pyodide._api._skip_unwind_fatal_error = true; // SDL leaves its main loop by an exception
  const archive = await fetch(address("program.zip"));
  pyodide.unpackArchive(await archive.arrayBuffer(), "zip", { extractDir: "/spinestack" });
  pyodide.runPython("import sys; sys.path[:0] = ['/spinestack', '/pdf.zip']");
  await sized();
  pyodide.canvas.setCanvas2D(canvas);
  const page = makePage(canvas);
  const program = pyodide.pyimport("scenes.web.browser").Program(page);
  page.connect(program);
  shareFocus(canvas, program);
  shareGestures(canvas, program);
  window.spinestack = { pyodide, program }; // for tests, and for the curious
  takeOver(program);
  const running = program.run();
  window.shown = performance.now();
  offerUpdates();
  loadLater(pyodide, program);
  await running;
}

// The program's start screen takes the place of the page's, as far as that has been used.
function takeOver(program) {
  const pointed = document.activeElement?.closest("[data-way]:focus-visible")?.dataset.way;
  if (first.way || pointed) {
    program.begin(first.way || pointed, Boolean(first.way));
  }
  first.ready();
  if (window.parent === window || document.hasFocus()) {
    canvas.focus(); // the page around a frame keeps the focus
  }
}

// What only a sheet to take home needs is fetched when everything is shown.
async function loadLater(pyodide, program) {
  const library = await data(site.later).catch(() => null);
  if (library) {
    pyodide.FS.writeFile("/pdf.zip", new Uint8Array(await library.arrayBuffer()));
    program.can_make_pdf();
  } // else the sheet says that it can't be made
}

if (typeof WebAssembly !== "object") {
  first.fail("no_webassembly");
} else {
  start().catch((error) => {
    console.error(error);
    first.fail(why(error));
  });
}
