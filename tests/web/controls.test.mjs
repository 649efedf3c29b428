// The page as a screen reader, a voice or a switch has it: found by role and name, never by place.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as web from "./browser.mjs";
import { staged, visit as visitTo } from "./visit.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core");
const stage = staged();
const visit = (...parts) => visitTo(stage, ...parts);

// As assistive technology presses: no pointer and no key.
const press = (locator) => locator.evaluate((element) => element.click());

async function slide(locator, value) {
  await locator.evaluate((element, wanted) => {
    element.value = wanted;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);
}

const NAMES = {
  en: { heading: "Blocks", tape: "Tape", press: "Hands press", other: "Spine", help: "Help", close: "Close", about: "About and sources" },
  nl: { heading: "Blokjes", tape: "Tape", press: "Handen drukken", other: "Wervels", help: "Hulp", close: "Sluiten", about: "Uitleg en bronnen" },
};

for (const [language, names] of Object.entries(NAMES)) {
  visit(`controls are found and used by role and name: ${language}`, async (page) => {
    await web.open(page, `${stage.server.url}?scene=blocks&lang=${language}`);
    await page.getByRole("heading", { name: names.heading }).waitFor();
    const tape = page.getByRole("switch", { name: names.tape });
    assert.equal(await tape.isChecked(), false);
    await press(tape);
    await page.getByRole("switch", { name: names.tape, checked: true }).waitFor();
    assert.equal(await web.ask(page, "program.app.tab.model.settings['tape']"), "all");
    const hands = page.getByRole("slider", { name: names.press });
    await slide(hands, 200);
    await page.waitForFunction((element) => /^200\sN/.test(element.ariaValueText), await hands.elementHandle());
    assert.equal(await web.ask(page, "program.app.tab.model.settings['press']"), 200);
    await press(page.getByRole("tab", { name: names.other, exact: true }));
    await page.getByRole("heading", { name: names.other }).waitFor();
    await page.getByRole("tab", { name: names.other, exact: true, selected: true }).waitFor();
    await press(page.getByRole("button", { name: names.help, exact: true }));
    await page.getByRole("dialog", { name: names.help }).waitFor();
    await page.waitForFunction(() => document.activeElement.closest("[role=dialog]"));
    assert.equal(await page.getByRole("button", { name: names.about }).count(), 0);
    await press(page.getByRole("button", { name: names.close, exact: true }));
    await page.getByRole("button", { name: names.about }).waitFor();
  });
}

visit("the focus of page and picture is one", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  const hands = page.getByRole("slider", { name: "Hands press" });
  await hands.focus();
  await web.until(page, "getattr(program.app.group.focus, 'label', '') == 'Hands press'");
  await page.keyboard.press("End");
  await web.until(page, "program.app.tab.model.settings['press'] == 300");
  await page.waitForFunction((element) => /^300\sN/.test(element.ariaValueText), await hands.elementHandle());
  await page.keyboard.press("Tab");
  await web.until(page, "getattr(program.app.group.focus, 'label', '') != 'Hands press'");
  const there = await web.ask(page, "program.app.group.focus.describe()");
  await web.settled(page);
  assert.ok(there.startsWith(await web.focused(page)), `${there} | ${await web.focused(page)}`);
  await page.keyboard.press("Shift+Tab");
  await page.waitForFunction(() => document.activeElement.ariaLabel === "Hands press");
});

visit("a key presses once", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  for (const key of ["Space", "Enter"]) {
    const tape = page.getByRole("switch", { name: "Tape" });
    const before = await web.ask(page, "program.app.tab.model.settings['tape']");
    await tape.focus();
    await page.keyboard.press(key);
    await web.until(page, `program.app.tab.model.settings['tape'] != ${JSON.stringify(before)}`);
    await page.waitForTimeout(500);
    assert.notEqual(await web.ask(page, "program.app.tab.model.settings['tape']"), before);
  }
});

visit("pointers go through to the picture", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  const box = await page.getByRole("switch", { name: "Tape" }).boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.getByRole("switch", { name: "Tape", checked: true }).waitFor();
});

visit("axe finds nothing serious, in any scene and in a dialog", async (page) => {
  await web.open(page, `${stage.server.url}?lang=en`);
  const scenes = await web.ask(page, "list(__import__('sim.catalogue').catalogue.SCENES)");
  const steps = ["program.app.home()", ...scenes.map((name) => `program.app.choose('${name}')`), "program.app.help()"];
  for (const step of steps) {
    await web.ask(page, step);
    await web.settled(page);
    // Axe's own text is a script of its own, which the page's policy lets nobody else bring in.
    const found = await axe(page);
    assert.deepEqual(found, [], step);
  }
});

async function axe(page) {
  if (!(await page.evaluate(() => Boolean(window.axe)))) {
    const { source } = createRequire(import.meta.url)(AXE);
    await page.evaluate(source);
  }
  return page.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations
      .filter(({ impact }) => ["serious", "critical"].includes(impact))
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(" ")}`);
  });
}

visit("a sentence of the story stands there once, and its controls lead on", async (page) => {
  await web.open(page, `${stage.server.url}?lang=nl`);
  await press(page.getByRole("button", { name: /^Laat het mij zien/ }));
  await page.getByRole("heading", { level: 1 }).waitFor();
  await press(page.getByRole("button", { name: "7", exact: true }));
  await page.waitForFunction(() => document.getElementById("live").textContent);
  await page.waitForFunction(() => !document.getElementById("live").textContent); // it was said
  const texts = await page.locator("#controls").evaluate((all) => [...all.querySelectorAll("p")].map((one) => one.textContent));
  const sentences = texts.flatMap((text) => text.split(/[.?!] /)).filter((text) => text.length > 30);
  assert.ok(sentences.length);
  assert.equal(new Set(sentences).size, sentences.length, sentences.join(" | "));
  await press(page.getByRole("button", { name: /^Verder/ }));
  await web.until(page, "program.app.tab.index == 1");
});
