// From the practice to the living room: a phone on the floor opens the link of a sheet.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as web from "./browser.mjs";
import { phone, staged, visit } from "./visit.mjs";

const LIST = "?scene=exercises&list=draw_in,bridge&dose=bridge.3x10x10";
const TAB = "program.app.tab";
const stage = staged();

// A headless browser hides no tab. What a hidden one does is to ask for no pictures.
function hideable() {
  const ask = window.requestAnimationFrame.bind(window);
  let held = null; // the pictures asked for while it is hidden
  window.requestAnimationFrame = (next) => (held ? held.push(next) : ask(next));
  window.hide = (hidden) => {
    Object.defineProperty(document, "visibilityState", { value: hidden ? "hidden" : "visible", configurable: true });
    const waiting = held ?? [];
    held = hidden ? waiting : null;
    document.dispatchEvent(new Event("visibilitychange"));
    if (!hidden) {
      waiting.forEach((next) => ask(next));
    }
  };
}

function inTheHand(name, use, query = LIST) {
  const inside = async (page) => {
    await page.addInitScript(hideable);
    await web.open(page, `${stage.server.url}${query}`);
    await use(page, async (what) => page.touchscreen.tap(...(await web.place(page, `${what}.rect.center`))));
  };
  visit(stage, name, inside, { ...phone, chromium: "touch" });
}

// Buttons are found by their words, as people find them.
const button = (words) =>
  `next(one for one in program.app.group.stops() if one.describe().startswith(${JSON.stringify(words)}))`;
const pageIs = (page, name) => web.until(page, `${TAB}.page.__class__.__name__ == "${name}"`);

inTheHand("the link of a sheet opens my exercises, and Begin begins", async (page, tap) => {
  await web.says(page, /Mijn oefeningen/);
  await web.says(page, /3 keer 10 herhalingen van 10 tellen|10 tellen/);
  const words = await web.ask(page, `[one.describe() for one in ${TAB}.page.widgets()[:1]]`);
  assert.deepEqual(words, ["Begin"]);
  await tap(button("Begin"));
  await web.until(page, `${TAB}.pacer is not None and ${TAB}.pacer.stretch == "hold"`);
  assert.equal(await web.ask(page, `${TAB}.exercise`), "draw_in");
  const count = await web.ask(page, `${TAB}.pacer.count`);
  await web.until(page, `${TAB}.pacer.count > ${count}`);
});

inTheHand("next and previous exercise come after a rest, and the dose is the link's", async (page, tap) => {
  await tap(button("Begin"));
  await pageIs(page, "PracticePage");
  await web.settled(page);
  await tap(button("Volgende"));
  await web.until(page, `${TAB}.exercise == "bridge" and ${TAB}.pacer.stretch == "rest"`);
  assert.deepEqual(
    await web.ask(page, `[${TAB}.pacer.dose.sets, ${TAB}.pacer.dose.repetitions, ${TAB}.pacer.dose.seconds]`),
    [3, 10, 10],
  );
  await web.settled(page);
  await tap(button("Vorige"));
  await web.until(page, `${TAB}.exercise == "draw_in" and ${TAB}.pacer.stretch == "rest"`);
});

inTheHand("a tab that is put away pauses the count, and that is said", async (page, tap) => {
  await tap(button("Begin"));
  await web.until(page, `${TAB}.pacer is not None and ${TAB}.pacer.time > 0.5`);
  const before = await web.ask(page, `[${TAB}.pacer._at, ${TAB}.pacer.time]`);
  const since = await web.sofar(page);
  await page.evaluate(() => window.hide(true));
  await new Promise((resolve) => setTimeout(resolve, 6000)); // longer than a stretch of it
  await page.evaluate(() => window.hide(false));
  await web.says(page, /Even gestopt met tellen. Tik op Verder/, since);
  const [at, time] = await web.ask(page, `[${TAB}.pacer._at, ${TAB}.pacer.time]`);
  assert.equal(at, before[0]);
  assert.ok(time - before[1] < 2, `${time} after ${before[1]}`);
  await tap(button("Verder"));
  await web.until(page, `not ${TAB}.pacer.paused`);
});

// A browser that lets a page be heard only from within a touch, as iPhones have; and one lock.
function strictly() {
  const told = (window.told = { tones: 0, silent: 0, locks: 0, slow: null });
  const touched = () => window.event?.isTrusted && /^(touchend|pointerup|mouseup|click|keydown)$/.test(window.event.type);
  const knob = { setValueAtTime() {}, linearRampToValueAtTime() {} };
  let allowed = false;
  window.AudioContext = class {
    state = "suspended";
    currentTime = 0;
    async resume() {
      allowed ||= touched();
      this.state = allowed ? "running" : "suspended";
    }
    async suspend() {
      this.state = "suspended";
    }
    createGain() {
      return { gain: knob, connect() {} };
    }
    createOscillator() {
      const start = () => (this.state === "running" ? (told.tones += 1) : (told.silent += 1));
      return { frequency: {}, connect: (to) => to, start, stop() {} };
    }
  };
  const lock = () => {
    told.locks += 1;
    return Object.assign(new EventTarget(), { async release() { told.locks -= 1; } });
  };
  const request = () => new Promise((resolve) => (told.slow = () => resolve(lock())));
  Object.defineProperty(navigator, "wakeLock", { value: { request }, configurable: true });
}

inTheHand("sounds are one tap away where only a touch lets a page be heard, and the screen stays on", async (page, tap) => {
  await page.evaluate(strictly);
  await tap(button("Begin"));
  await web.until(page, `${TAB}.pacer is not None`);
  await page.waitForFunction(() => window.told.slow);
  await tap(`${TAB}.page.sounds`);
  await web.until(page, "program.app.preferences.sounds");
  await web.until(page, `${TAB}.pacer.stretch == "hold"`);
  await page.waitForFunction(() => window.told.tones >= 2);
  assert.equal(await page.evaluate(() => window.told.silent), 0);
  await tap(button("Pauze"));
  await web.until(page, `${TAB}.pacer.paused`);
  await page.evaluate(() => window.told.slow()); // given only when it is no longer wanted
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => window.told.locks), 0);
});

inTheHand("what is shared opens the same list, without a name or a note", async (page) => {
  await web.ask(page, `setattr(${TAB}.session, "note", "voor mevrouw Jansen")`);
  const link = await web.ask(page, "program.app.exchange.shared()");
  assert.ok(link.startsWith(`${stage.server.url}?scene=exercises`), link);
  assert.doesNotMatch(link, /Jansen|note/);
  const list = `[${TAB}.session.chosen, [str(${TAB}.session.dose(one)) for one in ${TAB}.session.chosen]]`;
  const before = await web.ask(page, list);
  await web.open(page, link);
  assert.deepEqual(await web.ask(page, list), before);
  await pageIs(page, "OwnList");
  await page.reload({ waitUntil: "commit" });
  await web.ready(page);
  assert.deepEqual(await web.ask(page, list), before);
});

inTheHand("a link that mail has made longer still opens, and says what was left out", async (page, tap) => {
  await web.says(page, /left out|weggelaten/i);
  await pageIs(page, "OwnList");
  assert.deepEqual(await web.ask(page, `${TAB}.session.chosen`), ["draw_in", "bridge"]);
  await tap(button("Begin")); // over which the notice does not lie
  await web.until(page, `${TAB}.pacer is not None`);
  assert.ok(await page.locator("#notice").isVisible()); // until it is put away
}, "?utm_source=mail&amp;SCENE=Exercises&list=draw_in,%20bridge,handstand).");

inTheHand("the sheet with the typed note is saved, and its code is the page's", async (page, tap) => {
  await web.ask(page, `${TAB}.show_all()`);
  await web.ask(page, `${TAB}.show_sheet()`);
  const note = page.getByRole("textbox", { name: "Notitie van uw fysiotherapeut" });
  await note.tap();
  await page.keyboard.type("’s Ochtends 1× ≥ 5 min.");
  await page.waitForFunction(() => window.spinestack.pyodide.FS.analyzePath("/pdf.zip").exists);
  const waiting = page.waitForEvent("download");
  await tap(button("Bewaar als PDF"));
  const saved = await waiting;
  assert.match(saved.suggestedFilename(), /^spinestack-.*\.pdf$/);
  assert.equal(readFileSync(await saved.path()).subarray(0, 5).toString(), "%PDF-");
  await web.says(page, /Bewaard bij uw downloads|downloads/);
});
