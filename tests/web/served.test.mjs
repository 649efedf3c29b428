// `web --serve` as a phone in the same network meets it: by another address than the loopback,
// where a browser keeps what only safe origins get, such as workers and hashes, to itself.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { networkInterfaces } from "node:os";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import * as web from "./browser.mjs";

const address = Object.values(networkInterfaces()).flat().find((one) => one.family === "IPv4" && !one.internal)?.address;
const SERVE = "import sys; from pathlib import Path; from scenes.web.serve import serve_site; serve_site(Path(sys.argv[1]), int(sys.argv[2]))";
let site, browser, served, origin;

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

before(async () => {
  site = web.build();
  browser = await web.launch();
  const port = await freePort();
  origin = `http://${address}:${port}`;
  served = spawn(web.PYTHON, ["-u", "-c", SERVE, site.out, String(port)], {
    cwd: web.ROOT,
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  let said = "";
  await new Promise((resolve, reject) => {
    served.stdout.on("data", (data) => (said += data).includes("Ctrl+C") && resolve());
    served.on("exit", () => reject(new Error(said)));
  });
  assert.ok(!address || said.includes(origin), said);
});

after(async () => {
  await browser?.close();
  served?.kill("SIGINT");
  site?.remove();
});

test("a phone in the network opens what is served", { skip: !address && "in no network" }, async () => {
  const guest = await web.visitor(browser, origin);
  await web.open(guest.page, `${origin}/?scene=blocks&press=60&lang=en`);
  await web.says(guest.page, /The stack/);
  assert.equal(await web.ask(guest.page, "program.app.tab.model.settings['press']"), 60);
  assert.deepEqual(guest.troubles, []);
  await guest.context.close();
});
