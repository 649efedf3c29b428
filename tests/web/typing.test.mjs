// The note of the sheet to take home, typed as people type: keyboards that put letters together,
// pasting, correction, on a desk and in the hand.
import assert from "node:assert/strict";
import * as web from "./browser.mjs";
import { phone, staged, visit } from "./visit.mjs";

const stage = staged();

// The page of the sheet, open.
function sheet(name, use, { query = "", ...options } = {}) {
  const inside = async (page) => {
    await web.open(page, `${stage.server.url}?scene=exercises&lang=nl${query}`);
    await web.ask(page, "program.app.tab.toggle('plank')");
    await web.ask(page, "program.app.tab.show_sheet()");
    await use(page, field(page));
  };
  visit(stage, name, inside, { locale: "nl-NL", ...options });
}

const field = (page) => page.getByRole("textbox", { name: "Notitie van uw fysiotherapeut" });
const note = (page) => web.ask(page, "program.app.tab.session.note");
const noted = (page, text) => web.until(page, `program.app.tab.session.note == ${JSON.stringify(text)}`);
const focused = (page) => web.ask(page, "program.app.tab.page.field.focused");
const place = (page) => page.evaluate(() => {
  const { selectionStart, selectionEnd } = document.activeElement;
  return [selectionStart, selectionEnd];
});

sheet("letters, blanks and lines arrive as they are typed", async (page, field) => {
  await field.click();
  await web.until(page, "program.app.tab.page.field.focused");
  await page.keyboard.type("twee  blanco's ");
  await page.keyboard.press("Enter");
  await page.keyboard.type(" en één regel ");
  await noted(page, "twee  blanco's \n en één regel ");
  assert.equal(await field.inputValue(), "twee  blanco's \n en één regel ");
  assert.equal(await page.evaluate(() => document.activeElement.id), "field");
  assert.equal(await web.ask(page, "program.app.tab.name"), "exercises"); // no letter was a hotkey
});

sheet("it lies where the picture's is, in its letters and colours", async (page, field) => {
  const same = async () => {
    await web.settled(page);
    const box = await field.boundingBox();
    const density = await web.ask(page, "program.app.platform.density");
    const rect = await web.ask(page, "list(program.app.tab.page.field.rect)");
    const [left, top, width, height] = rect.map((length) => length / density);
    assert.ok(box.x >= left && box.y >= top, JSON.stringify([box, rect, density]));
    assert.ok(box.x + box.width <= left + width + 0.01 && box.y + box.height <= top + height + 0.01);
    assert.ok(box.width > width - 16 && box.height > height - 16, JSON.stringify([box, rect, density]));
    const style = await field.evaluate((one) => {
      const { color, backgroundColor, fontSize } = getComputedStyle(one);
      return [color, backgroundColor, parseFloat(fontSize)];
    });
    const look = "program.app.look";
    const rgb = (colour) => `rgb(${colour.join(", ")})`;
    const [ink, panel, pixels] = await web.ask(page, `[${look}.palette.ink, ${look}.palette.panel, ${look}.letters(20)]`);
    assert.deepEqual(style.slice(0, 2), [rgb(ink), rgb(panel)]);
    assert.ok(Math.abs(style[2] - pixels / density) < 0.01, `${style[2]} and ${pixels / density}`);
  };
  await field.fill("Elke dag, liefst ’s ochtends. Bij pijn: stoppen en bellen.");
  for (const profile of ["default", "contrast", "projector"]) {
    await web.ask(page, `program.app.prefer(profile="${profile}", zoom=1.0)`);
    await same();
  }
  for (const [width, height] of [[1024, 600], [390, 844], [844, 390]]) {
    await page.setViewportSize({ width, height });
    await same();
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await web.ask(page, "program.app.prefer(profile='contrast', zoom=2.0)");
  await same();
}, { deviceScaleFactor: 1.25 });

sheet("what is selected is selected on both sides, and undo takes back as on the desktop", async (page, field) => {
  await field.click();
  await page.keyboard.type("een twee drie");
  await noted(page, "een twee drie");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  const ends = "[program.app.tab.page.field.anchor, program.app.tab.page.field.caret]";
  await web.until(page, `${ends} == [13, 11]`);
  await page.keyboard.press("Backspace");
  await noted(page, "een twee dr");
  await page.keyboard.press("Control+z");
  await noted(page, "een twee drie");
  await page.waitForFunction(() => document.activeElement.value === "een twee drie");
  for (const again of ["Control+Shift+z", "Control+y"]) {
    await page.keyboard.press(again);
    await page.waitForFunction(() => document.activeElement.value === "een twee dr");
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => document.activeElement.value === "een twee drie");
  }
  await web.ask(page, "program.app.tab.page.field._edited.select_all()");
  await web.ask(page, "program.app.rest.wake()");
  await page.waitForFunction(() => document.activeElement.selectionEnd - document.activeElement.selectionStart === 13);
});

sheet("what is selected right after a letter stays selected", async (page, field) => {
  await field.click();
  for (const letter of "abcde") {
    const selected = await field.evaluate(async (one, letter) => {
      one.setRangeText(letter, 0, one.value.length, "end");
      one.dispatchEvent(new InputEvent("input", { bubbles: true }));
      one.setSelectionRange(0, 1, "backward"); // the browser says so in a task of its own
      for (let frame = 0; frame < 3; frame += 1) {
        await new Promise(requestAnimationFrame);
      }
      return [one.selectionStart, one.selectionEnd];
    }, letter);
    await noted(page, letter);
    await web.until(page, "[program.app.tab.page.field.anchor, program.app.tab.page.field.caret] == [1, 0]");
    assert.deepEqual(selected, [0, 1]);
  }
});

sheet("letters that are put together arrive when they are done", async (page, field) => {
  await field.click();
  const session = await page.context().newCDPSession(page);
  const compose = (text) => session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await page.keyboard.type("Groeten, Ren");
  await compose("´");
  await page.waitForTimeout(300);
  assert.equal(await note(page), "Groeten, Ren");
  await compose("é");
  await session.send("Input.insertText", { text: "é" });
  await noted(page, "Groeten, René");
  assert.equal(await field.inputValue(), "Groeten, René");
  await compose("漢");
  await session.send("Input.insertText", { text: "漢" });
  await page.waitForFunction(() => document.activeElement.value === "Groeten, René");
  assert.match(await web.ask(page, "program.app.tab.page.left.describe()"), /CJK UNIFIED IDEOGRAPH-6F22/);
}, { chromium: "composing" });

sheet("a phone's keyboard: a word put together, then put right, and a blank", async (page, field) => {
  await field.tap();
  const session = await page.context().newCDPSession(page);
  for (const text of ["r", "ru", "rus", "rust", "rusti", "rustg"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send("Input.imeSetComposition", { text: "rustig", selectionStart: 6, selectionEnd: 6, replacementStart: 0, replacementEnd: 5 });
  await session.send("Input.insertText", { text: "rustig " });
  await page.keyboard.type("aan");
  await noted(page, "rustig aan");
  assert.equal(await field.inputValue(), "rustig aan");
  const size = await field.evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  assert.ok(size >= 16, `${size}`); // or phones enlarge the page
}, { ...phone, chromium: "composing" });

sheet("correction replaces a word, and what is pasted loses its tabs and line ends", async (page, field) => {
  await field.fill("evrey day");
  await noted(page, "evrey day");
  await field.evaluate((one) => {
    one.setRangeText("every", 0, 5, "end");
    one.dispatchEvent(new InputEvent("input", { inputType: "insertReplacementText", data: "every", bubbles: true }));
  });
  await noted(page, "every day");
  assert.deepEqual(await place(page), [5, 5]);
  await field.evaluate((one) => one.setSelectionRange(9, 9));
  await page.evaluate(() => document.addEventListener("copy", (event) => {
    event.clipboardData.setData("text/plain", ":\tmorning\r\nand\u00a0evening 漢");
    event.preventDefault();
  }, { once: true }));
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+v");
  await noted(page, "every day: morning and evening ");
  await page.waitForFunction(() => document.activeElement.value === "every day: morning and evening ");
  assert.match(await web.ask(page, "program.app.tab.page.left.describe()"), /CJK/);
});

sheet("there is an end to it, and to its lines", async (page, field) => {
  await field.fill("x".repeat(1000));
  await page.waitForFunction(() => document.activeElement.value.length < 1000);
  const most = await web.ask(page, "__import__('scenes.exercises.clinicians_note').exercises.clinicians_note.MOST_NOTE");
  assert.equal((await note(page)).length, most);
  assert.equal((await field.inputValue()).length, most);
});

sheet("Tab leads in and on, Esc leads back, and no key stays down", async (page, field) => {
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.activeElement.id === "field");
  assert.equal(await focused(page), true);
  await page.keyboard.type("a b");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.activeElement.closest("#controls"));
  await web.until(page, "program.app.group.focus is program.app.tab.page.save");
  await web.settled(page);
  assert.equal(await focused(page), false);
  await page.keyboard.press("Shift+Tab");
  await page.waitForFunction(() => document.activeElement.id === "field");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.activeElement.closest("#controls"));
  await page.keyboard.press("Shift+Tab");
  await page.waitForFunction(() => document.activeElement.id === "field");
  await page.keyboard.press("F1");
  await web.until(page, "program.app.dialog is not None");
  assert.equal(await field.count(), 0);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.id === "field");
  assert.equal(await note(page), "a b");
  await page.keyboard.press("Escape");
  await web.until(page, "program.app.tab.page.__class__.__name__ == 'CardsPage'");
  await page.waitForFunction(() => document.getElementById("field").hidden);
  await page.waitForFunction(() => document.activeElement.closest("#controls"));
  assert.equal(await web.ask(page, "[*program.app.group.stops()].index(program.app.group.focus) >= 0"), true);
});

sheet("the other language names it, and nothing that was typed is kept", async (page, field) => {
  await field.fill("iets geheims");
  await noted(page, "iets geheims");
  await web.ask(page, "program.app.language()");
  const english = page.getByRole("textbox", { name: "Lines by your physiotherapist" });
  await english.waitFor();
  assert.equal(await english.inputValue(), "iets geheims");
  assert.equal(await english.getAttribute("lang"), "en");
  const kept = await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.cookie]));
  assert.doesNotMatch(kept, /geheims/);
  await web.ask(page, "program.app.clear()");
  await web.ask(page, "program.app.tab.show_sheet()");
  await page.waitForFunction(() => document.getElementById("field").value === "");
  await page.reload({ waitUntil: "commit" });
  await web.ready(page);
  assert.equal(await page.evaluate(() => document.getElementById("field").value), "");
});

sheet("a finger that begins on it still moves the page", async (page, field) => {
  await web.ask(page, "program.app.prefer(zoom=2.0)");
  await web.settled(page);
  const offset = () => web.ask(page, "program.app.tab.page.area.offset");
  assert.equal(await offset(), 0);
  const box = await field.boundingBox();
  const finger = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => finger.send("Input.dispatchTouchEvent", { type, touchPoints });
  const [x, y] = [box.x + box.width / 2, box.y + 20];
  await touch("touchStart", { x, y });
  for (const to of [10, 30, 60, 90]) await touch("touchMove", { x, y: y - to });
  await touch("touchEnd");
  await web.until(page, "program.app.tab.page.area.offset > 60");
  assert.equal(await focused(page), false);
  const cut = await field.evaluate((one) => one.style.clipPath);
  assert.match(cut, /^inset\(/);
}, { ...phone, chromium: "touch" });

sheet("the wheel turns the page where the field does not scroll itself", async (page, field) => {
  await web.ask(page, "program.app.prefer(zoom=1.5)");
  await web.settled(page);
  const { x, y } = await field.boundingBox();
  await page.mouse.move(x + 40, y + 20);
  await page.mouse.wheel(0, 200);
  await web.until(page, "program.app.tab.page.area.offset > 30");
}, { viewport: { width: 1024, height: 600 } });
