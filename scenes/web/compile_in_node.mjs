// Runs compile_archive.py in the page's own Python: node compile_in_node.mjs RUNTIME SOURCE TARGET
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, source, target] = process.argv.slice(2).map((folder) => resolve(folder));
const { loadPyodide } = await import(pathToFileURL(join(runtime, "pyodide.mjs")));
const pyodide = await loadPyodide({ indexURL: runtime });
pyodide.mountNodeFS("/source", source);
pyodide.mountNodeFS("/target", target);
const script = readFileSync(new URL("compile_archive.py", import.meta.url), "utf8");
const names = pyodide.toPy({ __name__: "compile_archive" });
pyodide.runPython(`${script}\ncompile_all(Path("/source"), Path("/target"))`, { globals: names });
