// The page in a real browser, used as people use it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as web from "./browser.mjs";
import { phone, staged, visit as visitTo } from "./visit.mjs";

const SHOTS = process.env.SPINESTACK_SHOTS; // a folder for pictures to look at
const EMBEDDED = `<!doctype html><title>a course</title><link rel="icon" href="icon.svg"><button id="one">one</button>
<iframe src="./" width="1000" height="600" title="Spinestack"></iframe><button id="two">two</button>`;
const stage = staged({ "/clinic/spinestack/course.html": EMBEDDED });
const visit = (...parts) => visitTo(stage, ...parts);

const dutch = { locale: "nl-NL" };

visit("it says what it loads, in the visitor's language", async (page) => {
  await web.open(page, stage.server.url);
  const said = await web.heard(page);
  for (const pattern of [/Python wordt geladen/, /start/]) {
    assert.ok(said.some((text) => pattern.test(text)), said.join(" | "));
  }
  await web.says(page, /Wat houdt een stapel overeind/);
  assert.equal(await page.getAttribute("html", "lang"), "nl");
  assert.match(await page.getAttribute("#canvas", "aria-label"), /Spinestack/);
}, dutch);

visit("while nothing changes few pictures are asked for, and the first thing done is answered", async (page) => {
  await page.addInitScript(() => {
    const ask = window.requestAnimationFrame.bind(window);
    window.asked = 0;
    window.requestAnimationFrame = (next) => {
      window.asked += 1;
      return ask(next);
    };
  });
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  await page.keyboard.press("Space"); // paused
  await web.until(page, "bool(program.app.rest)");
  const before = await page.evaluate(() => window.asked);
  await page.waitForTimeout(2000);
  const asked = (await page.evaluate(() => window.asked)) - before;
  assert.ok(asked < 30, `${asked} in two seconds`);
  await page.keyboard.press("p");
  await web.until(page, "not program.app.rest");
});

visit("every scene opens", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  const names = await web.ask(page, "list(__import__('sim.catalogue').catalogue.SCENES)");
  assert.ok(names.length >= 2);
  for (const name of [...names.slice(1), names[0]]) {
    const since = await web.sofar(page);
    await page.evaluate((scene) => history.replaceState(null, "", `?scene=${scene}&lang=en`), name);
    await web.until(page, `program.app.scene.name == "${name}"`);
    await web.says(page, /\w/, since);
    if (SHOTS) {
      await page.screenshot({ path: join(SHOTS, `scene-${name}.png`) });
    }
  }
});

visit("pictures are those of a desktop, to three levels", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  await web.ask(page, "setattr(program.app, 'running', False)");
  const apart = await page.evaluate((code) => {
    const { pyodide } = window.spinestack;
    const names = pyodide.toPy({});
    pyodide.runPython(code, { globals: names });
    return names.get("apart")().toJs({ dict_converter: Object.fromEntries });
  }, readFileSync(join(web.ROOT, "tests/web/blending.py"), "utf8"));
  assert.ok(Object.keys(apart).length > 10);
  for (const [name, levels] of Object.entries(apart)) {
    assert.ok(levels <= 3, `${name}: ${levels}`);
  }
}, { chromium: "more than a minute of drawing" });

visit("a push makes the stack fall and tape holds it", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  await page.keyboard.press("p");
  await web.says(page, /^The stack has fallen/m);
  await page.keyboard.press("s");
  await web.says(page, /The blocks can roll/);
  await page.keyboard.press("t");
  await web.says(page, /Tape: .*is on/);
  await web.says(page, /The stack stays up. The tape keeps the blocks from rolling/);
  const since = await web.sofar(page);
  await page.keyboard.press("p");
  await page.waitForTimeout(4000);
  const said = (await web.heard(page)).slice(since).join("\n");
  assert.doesNotMatch(said, /falls\.|fallen/);
  assert.equal(await web.ask(page, "program.app.experiment.model.fell_at"), null);
});

visit("keyboard goes through the controls and changes a value", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => /^The stack\. Space: tap/.test(document.activeElement.textContent));
  for (let presses = 0; presses < 20 && (await web.focused(page)) !== "Hands press"; presses += 1) {
    await page.keyboard.press("Tab");
    await web.settled(page);
  }
  await page.keyboard.press("End");
  await page.waitForFunction(() => /^300\sN/.test(document.activeElement.ariaValueText));
  await page.waitForFunction(() => /press=300/.test(location.search));
});

// What browsers tell of keys on other keyboards: the character, the place of the key, its code
// in Windows' table, and whether Shift is held.
const KEYBOARDS = {
  "+": {
    "US international": ["Equal", 187, true],
    "German, Swedish, Dutch": ["BracketRight", 187, false],
    "Belgian, French": ["Equal", 187, true],
    Swiss: ["Digit1", 49, true],
    "number pad": ["NumpadAdd", 107, false],
  },
  "-": {
    "German, Swedish, Swiss": ["Slash", 189, false],
    Belgian: ["Equal", 189, false],
    French: ["Digit6", 54, false],
    "number pad": ["NumpadSubtract", 109, false],
  },
};

async function press(page, key, [code, windowsVirtualKeyCode, shift], { ctrl = false } = {}) {
  const held = ctrl ? ["Control", ...(shift ? ["Shift"] : [])] : []; // as the runtime sees it
  for (const one of held) await page.keyboard.down(one);
  const session = await page.context().newCDPSession(page);
  const modifiers = (shift ? 8 : 0) + (ctrl ? 2 : 0);
  const event = { key, code, windowsVirtualKeyCode, modifiers };
  const text = ctrl ? {} : { text: key };
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", ...event, ...text });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  for (const one of held) await page.keyboard.up(one);
  await web.settled(page);
  await session.detach();
}

visit("characters are reached on every keyboard", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&press=100&lang=en`);
  const force = () => web.ask(page, "program.app.experiment.model.settings['press']");
  const paused = () => web.ask(page, "program.app.experiment.clock.paused");
  for (const [key, change] of [["+", 10], ["-", -10]]) {
    for (const [name, place] of Object.entries(KEYBOARDS[key])) {
      const before = await force();
      await press(page, key, place);
      assert.equal((await force()) - before, change, `${key} ${name}`);
    }
  }
  for (const place of [["Period", 190, false], ["Comma", 190, true]]) {
    assert.equal(await paused(), false);
    await press(page, ".", place);
    assert.equal(await paused(), true, place[0]);
    await page.keyboard.press("Alt+k");
    await web.until(page, "not program.app.experiment.clock.paused");
  }
  await press(page, ",", ["NumpadDecimal", 110, false]);
  assert.equal(await paused(), true, "number pad");
  const letters = () => web.ask(page, "program.app.preferences.zoom");
  for (const place of Object.values(KEYBOARDS["+"])) {
    const before = await letters();
    await press(page, "+", place, { ctrl: true });
    assert.ok((await letters()) > before, place[0]);
  }
}, { chromium: "keys of other keyboards" });

visit("steps of the lesson are reached on every keyboard", async (page) => {
  await web.open(page, `${stage.server.url}?lang=en`);
  await web.ask(page, "program.app.enter('teach')");
  const step = () => web.ask(page, "program.app.tab.index");
  await press(page, "3", ["Digit3", 51, false]);
  assert.equal(await step(), 2);
  await press(page, "6", ["Digit6", 54, true]); // Belgian, French
  assert.equal(await step(), 5);
  await press(page, "&", ["Digit1", 49, false]);
  await press(page, "-", ["Digit6", 54, false]);
  assert.equal(await step(), 5);
  await press(page, "2", ["Numpad2", 98, false]);
  assert.equal(await step(), 1);
}, { chromium: "keys of other keyboards" });

visit("a link that is none, and preferences that are damaged, stop nothing", async (page) => {
  await page.addInitScript(() => {
    try {
      localStorage.setItem("spinestack.preferences", "zoom = \ud800");
    } catch {
      // Firefox runs this in its first, empty document too, which has nothing to keep things in
    }
  });
  let downloads = 0;
  page.on("download", () => (downloads += 1));
  await web.open(page, `${stage.server.url}?scene=http://[&lang=en`);
  await web.says(page, /left out: /);
  assert.equal(await web.ask(page, "program.app.preferences.zoom"), 1);
  await page.waitForTimeout(1000);
  assert.equal(downloads, 0);
  assert.equal(await page.evaluate(() => localStorage.getItem("spinestack.preferences")), "");
});

visit("two tabs do not undo each other's preferences", async (page, { context }) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  const other = await web.tab(context);
  await web.open(other, `${stage.server.url}?scene=blocks&lang=en`);
  await other.keyboard.press("F9");
  await other.waitForFunction(() => /projector/.test(localStorage.getItem("spinestack.preferences")));
  await page.bringToFront();
  await page.keyboard.press("Control+-");
  await page.keyboard.press("Control++");
  await page.waitForFunction(() => /zoom/.test(localStorage.getItem("spinestack.preferences")));
  const kept = await page.evaluate(() => localStorage.getItem("spinestack.preferences"));
  assert.match(kept, /projector/);
});

const careful = { reducedMotion: "reduce", contrast: "more" };

visit("what the system wishes is followed at the first visit", async (page) => {
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      document.documentElement.style.fontSize = "20px"; // as a larger text size does
    });
  });
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  const look = "[program.app.preferences.reduced_motion, program.app.preferences.profile, program.app.preferences.zoom]";
  assert.deepEqual(await web.ask(page, look), [true, "contrast", 1.3].map((one) => one === 1.3 ? 1.2 : one));
}, { ...careful, chromium: "wishes of a system" });

visit("what the browser shows twice as large is twice as large", async (page) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "outerWidth", { get: () => 1920, configurable: true }); // which nothing makes larger
  });
  await page.setViewportSize({ width: 960, height: 540 });
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  const letters = () => web.ask(page, "program.app.look.letters(20)");
  assert.equal(await letters(), 2 * 30); // a window of 1920 x 1080 has letters of 30 pixels
  const session = await page.context().newCDPSession(page);
  const show = (width, height, deviceScaleFactor) =>
    session.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
  await show(1920, 1080, 1);
  await web.until(page, "program.app.look.letters(20) == 30");
  await show(1280, 720, 1.5); // the same pixels: only that says so
  await web.until(page, "program.app.look.letters(20) == 45");
  await page.evaluate(() => Object.defineProperty(window, "outerWidth", { get: () => innerWidth }));
  await show(1280, 721, 1.5); // now a dense screen
  await web.until(page, "program.app.look.letters(20) == 30");
}, { deviceScaleFactor: 2, chromium: "sizes of a screen" });

visit("forced colours are a wish for contrast", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  assert.equal(await web.ask(page, "program.app.preferences.profile"), "contrast");
}, { forcedColors: "active", chromium: "wishes of a system" });

visit("copied is said when it is", async (page, { context }) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  const press = async (key, wanted) => {
    await page.keyboard.press(key);
    await web.until(page, wanted);
  };
  const share = () => press("c", "program.app.dialog is not None");
  const copy = async () => {
    await share();
    await web.ask(page, "program.app.dialog.actions[1].activate()");
    const words = "[child.describe() for child in program.app.dialog.body.children]";
    await web.until(page, `bool(${words}[-1])`);
    const said = await web.ask(page, words);
    await press("Escape", "program.app.dialog is None");
    return said.at(-1);
  };
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  assert.equal(await copy(), "There is no clipboard here.");
  await page.evaluate(() => delete navigator.clipboard.writeText);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  assert.equal(await copy(), "Copied.");
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /scene=blocks/);
  await share(); // the link is there as a code as well
  const shown = await web.ask(page, "[child.describe() for child in program.app.dialog.body.children]");
  assert.ok(shown.includes("On the whole screen"), shown.join("\n"));
}, { chromium: "permissions" });

visit("the same words twice are news to a screen reader", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&tape=all&lang=en`);
  await web.says(page, /The stack/);
  await page.evaluate(() => {
    const live = document.getElementById("live");
    window.lived = [];
    new MutationObserver(() => window.lived.push(live.textContent)).observe(live, { childList: true });
  });
  await page.keyboard.press("p");
  await web.says(page, /stays up. Largest displacement/);
  const since = await web.sofar(page);
  await page.keyboard.press("p");
  await web.says(page, /stays up. Largest displacement/, since);
  const lived = await page.evaluate(() => window.lived);
  assert.ok(lived.filter((text) => /stays up/.test(text)).length >= 2);
  assert.ok(lived.slice(1).every((text, index) => text !== lived[index]), lived.join(" | "));
});

visit("touch works the picture and the sliders", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  const track = "(lambda box: (box.centerx, box.bottom - 18))";
  const slider = "program.app.experiment.panel.sliders['press'].rect";
  await page.touchscreen.tap(...(await web.place(page, `${track}(${slider})`)));
  await web.says(page, /Hands press: \d+\sN/);
  const camera = "program.app.experiment.view.touch.stage.camera";
  await page.touchscreen.tap(...(await web.place(page, `${camera}.to_screen((0.0, 0.13))`)));
  await web.says(page, /has fallen/);
}, { hasTouch: true, deviceScaleFactor: 2, chromium: "touch" });

visit("two fingers make the page larger, and press nothing", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  const [x, y] = await web.place(page, "program.app.tab.panel.primary.rect.center");
  const still = () => web.ask(page, "program.app.tab.model.fell_at is None and program.app.tab.model.since_push is None");
  const fingers = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    window.moves = [];
    addEventListener("touchmove", (event) => window.moves.push([event.touches.length, event.cancelable]), true);
  });
  // A headless browser makes nothing larger; what it has taken for that no script can cancel.
  const gestureSourceType = "touch";
  await fingers.send("Input.synthesizePinchGesture", { x, y: y - 60, scaleFactor: 2, relativeSpeed: 100, gestureSourceType });
  await page.waitForFunction(() => window.moves.length > 2 && !window.moves.at(-1)[1]);
  const moves = await page.evaluate(() => window.moves);
  assert.ok(moves.every(([count]) => count === 2), JSON.stringify(moves));
  assert.equal(await still(), true);
  const touch = (type, touchPoints) => fingers.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [{ x, y, id: 1 }]); // on the button that pushes
  await page.waitForTimeout(200);
  await touch("touchStart", [{ x, y, id: 1 }, { x, y: y - 200, id: 2 }]);
  await touch("touchEnd", []);
  await page.waitForTimeout(500);
  assert.equal(await still(), true);
  await page.touchscreen.tap(x, y); // and one finger presses it
  await web.says(page, /has fallen/);
}, { ...phone, locale: "en-GB", chromium: "touch" });

visit("a phone in the hand: taps, the sheet, turning it round, a note", async (page) => {
  await web.open(page, stage.server.url);
  const tab = "program.app.tab";
  const tap = async (what) => page.touchscreen.tap(...(await web.place(page, `${what}.rect.center`)));
  const height = () => web.ask(page, `${tab}.sheet.height`);
  await tap("program.app.start_screen.choices[1]");
  await web.says(page, /De blokjes/);
  assert.equal(await web.ask(page, "program.app.screen.viewport(program.app.platform).form"), "tall");
  await tap(`${tab}.panel.primary`);
  await web.says(page, /De stapel is gevallen/);
  await tap(`${tab}.panel.primary`);
  await tap(`${tab}.panel.switch`);
  await web.says(page, /tape houdt de blokjes tegen/);

  // The sheet follows a finger, up and down.
  const [x, y] = await web.place(page, `(${tab}.sheet.grip.rect.centerx, ${tab}.sheet.rect.top + 20)`);
  const finger = await page.context().newCDPSession(page);
  const touch = (type, points) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  assert.equal(await height(), "peek");
  await touch("touchStart", [{ x, y }]);
  for (const to of [y - 60, y - 200, 180]) await touch("touchMove", [{ x, y: to }]);
  await touch("touchEnd", []);
  await web.until(page, `${tab}.sheet.height == "full"`);

  const form = (wanted) => web.until(page, `program.app.screen.viewport(program.app.platform).form == "${wanted}"`);
  await page.setViewportSize({ width: 844, height: 390 });
  await form("low");
  assert.equal(await web.ask(page, `${tab}.model.settings["tape"]`), "all");
  await page.setViewportSize({ width: 390, height: 844 });
  await form("tall");

  await web.ask(page, "program.app.choose('exercises')");
  await web.ask(page, `${tab}.toggle('plank')`);
  await web.ask(page, `${tab}.show_sheet()`);
  await page.getByRole("textbox").waitFor();
  await web.settled(page);
  await tap(`${tab}.page.field`);
  await page.waitForFunction(() => document.activeElement.id === "field");
  await page.keyboard.type("rustig aan");
  await web.until(page, `${tab}.session.note == "rustig aan"`);
}, { ...phone, chromium: "touch" });

visit("the other language, with the mouse", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  await page.mouse.click(...(await web.place(page, "program.app.header.language.rect.center")));
  await web.says(page, /De blokjes/);
  assert.equal(await page.getAttribute("html", "lang"), "nl");
  await page.waitForFunction(() => /lang=nl/.test(location.search));
});

visit("a link restores its state, and a wrong one is told", async (page) => {
  await web.open(page, `${stage.server.url}?scene=spine&multifidus=0.3&push=12&lang=nl`);
  const settings = await web.ask(page, "dict(program.app.experiment.model.settings)");
  assert.equal(settings.multifidus, 0.3);
  assert.equal(settings.push, 12);
  assert.equal(await web.ask(page, "program.app.scene.name"), "spine");
  await web.says(page, /wervelkolom/i);
  const shared = await web.ask(page, "program.app.exchange.shared()");
  assert.ok(shared.startsWith(`${stage.server.url}?scene=spine&multifidus=0.3&`), shared);
  await web.open(page, `${stage.server.url}?scene=spine&multifidus=3&lang=en`);
  await web.says(page, /left out: /);
});

visit("a sheet to take home arrives as a download", async (page) => {
  await web.open(page, `${stage.server.url}?scene=exercises&lang=nl`);
  await web.says(page, /\w/);
  await page.waitForFunction(() => window.spinestack.pyodide.FS.analyzePath("/pdf.zip").exists);
  await web.ask(page, "program.app.tab.toggle('plank')");
  await web.ask(page, "program.app.tab.show_sheet()");
  const waiting = page.waitForEvent("download");
  await web.ask(page, "program.app.tab.page.save.activate()");
  const sheet = await waiting;
  assert.match(sheet.suggestedFilename(), /^spinestack-.*\.pdf$/);
  assert.equal(readFileSync(await sheet.path()).subarray(0, 5).toString(), "%PDF-");
}, { chromium: "downloads" });

visit("pictures and clips arrive as downloads", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  const [picture] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("F12")]);
  assert.match(picture.suggestedFilename(), /^spinestack-.*\.png$/);
  const bytes = readFileSync(await picture.path());
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1280, 720]);
  await web.says(page, /Saved with your downloads/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("p");
  await web.says(page, /has fallen/);
  const [clip] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("g")]);
  assert.match(clip.suggestedFilename(), /\.webm$/);
  assert.equal(readFileSync(await clip.path()).readUInt32BE(0), 0x1a45dfa3);
}, { chromium: "downloads" });

visit("a table arrives as its country opens it", async (page) => {
  const forms = { nl: "\ufefftime [s];time_since_push [s];", en: "time [s],time_since_push [s]," };
  for (const [language, begins] of Object.entries(forms)) {
    await web.open(page, `${stage.server.url}?scene=blocks&lang=${language}`);
    await web.says(page, /\w/);
    const waiting = page.waitForEvent("download");
    await page.keyboard.press("d");
    await page.keyboard.press("Enter");
    const table = await waiting;
    assert.match(table.suggestedFilename(), /\.csv$/);
    assert.ok(readFileSync(await table.path(), "utf8").startsWith(begins));
  }
}, { chromium: "downloads" });

visit("it fills the window, sharp but not too large", async (page) => {
  await web.open(page, `${stage.server.url}?scene=blocks&lang=en`);
  const size = () => web.ask(page, "list(program.app.surface.get_size())");
  const pixels = async () => (await size()).reduce((wide, high) => wide * high);
  assert.deepEqual(await size(), [1600, 900]);
  await page.setViewportSize({ width: 900, height: 600 });
  await page.waitForFunction(() => document.getElementById("canvas").width === 1125);
  assert.deepEqual(await size(), [1125, 750]);
  await page.setViewportSize({ width: 2560, height: 1440 });
  await page.waitForFunction(() => document.getElementById("canvas").width > 1700);
  assert.ok((await pixels()) < 1.01 * 1920 * 1080);
  await page.setViewportSize({ width: 400, height: 700 });
  await page.waitForFunction(() => document.getElementById("canvas").width === 500);
}, { deviceScaleFactor: 1.25 });

visit("how it looks is kept for the next visit, and nothing else", async (page) => {
  await web.open(page, stage.server.url);
  await page.keyboard.press("F9");
  await page.waitForFunction(() => localStorage.length === 1);
  await web.open(page, `${stage.server.url}?scene=blocks`);
  assert.equal(await web.ask(page, "program.app.preferences.profile"), "projector");
  const kept = await page.evaluate(() => ({ ...localStorage }));
  assert.deepEqual(Object.keys(kept), ["spinestack.preferences"]);
  assert.equal(await page.evaluate(() => document.cookie), "");
});

visit("the focus goes into the program and out of it", async (page) => {
  await page.goto(`${stage.server.url}course.html`);
  const frame = page.frames()[1];
  await web.ready(frame);
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
  await page.focus("#one");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "IFRAME");
  await frame.waitForFunction(() => document.activeElement.closest("#controls"));
  const first = await web.focused(frame);
  await frame.waitForFunction((name) => window.spinestack.program.app.group.focus?.describe() === name, first);
  for (let presses = 0; (await focused()) === "IFRAME" && presses < 20; presses += 1) {
    await page.keyboard.press("Tab");
    await web.settled(page);
  }
  assert.equal(await focused(), "two");
  await page.keyboard.press("Shift+Tab");
  await frame.waitForFunction(() => /About and sources/.test(document.activeElement.textContent));
  await page.focus("#two");
  for (let presses = 0; (await focused()) !== "one" && presses < 20; presses += 1) {
    await page.keyboard.press("Shift+Tab");
    await web.settled(page);
  }
  assert.equal(await focused(), "one");
}, { chromium: "Tab into a frame" });

visit("native and web engine agree", async (page) => {
  await web.open(page, stage.server.url);
  const code = readFileSync(join(web.ROOT, "tests/web/engines.py"), "utf8");
  const here = JSON.parse(web.python("-c", code));
  const there = JSON.parse(
    await page.evaluate((text) => {
      const { pyodide } = window.spinestack;
      const program = text.replace("print(json.dumps(", "found = (json.dumps(");
      return pyodide.runPython(`${program}\nfound`, { globals: pyodide.toPy({}) });
    }, code),
  );
  const [mine, other] = [here.taped.flat(), there.taped.flat()];
  assert.equal(mine.length, other.length);
  mine.forEach((value, index) => assert.ok(Math.abs(value - other[index]) < 1e-9, `${index}`));
  assert.ok(here.fell_at > 0);
  assert.ok(Math.abs(here.fell_at - there.fell_at) < 1.001 / 1200);
});

test("the second visit needs no network", async () => {
  const second = await web.serve(stage.site.out);
  const { context, page } = await web.visitor(stage.browser, second.origin);
  await web.open(page, `${second.url}?scene=blocks&lang=en`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await second.stop();
  await web.open(page, `${second.url}?scene=spine&lang=en`);
  await web.says(page, /spine/i);
  await context.close();
});

for (const [file, part] of [["program.zip", "the program"], ["runtime/pyodide.asm.js", "the engine"]]) {
  test(`what was changed on the way is refused: ${part}`, async () => {
    const second = await web.serve(stage.site.out, { changed: { [file]: Buffer.from("something else") } });
    const { context, page } = await web.visitor(stage.browser, second.origin, dutch);
    await page.goto(second.url);
    await page.waitForFunction(() => document.getElementById("advice")?.textContent);
    assert.match(await page.textContent("#doing"), /werkt hier niet/);
    assert.match(await page.textContent("#advice"), /niet wat het moest zijn/);
    await context.close();
    await second.stop();
  });
}

test("without WebAssembly the page says what to do", async () => {
  const { context, page } = await web.visitor(stage.browser, stage.server.origin, { locale: "en-GB" });
  await context.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(stage.server.url);
  await page.waitForFunction(() => document.getElementById("advice")?.textContent);
  assert.match(await page.textContent("#advice"), /recent Firefox/);
  await context.close();
});
