// The text field over the picture's: on-screen keyboards, dictation, composing and correction only
// work in one of the browser's own. The program says where it is, how it looks and what stands
// in it (scenes/web/text_input.py); it is told of all that is done.

// Keys that are the program's while someone types as well: they lead on, or are none of a text's.
const LEADS_ON = /^(Tab|Escape|F\d+|Shift|Control|Alt|Meta)$/;

const SLOP = 8; // px until a touch is a drag

function ofProgram(event) {
  const chord = (event.ctrlKey || event.metaKey) && !event.getModifierState("AltGraph");
  if (event.isComposing || event.keyCode === 229) {
    return false; // a keyboard is putting letters together
  }
  return LEADS_ON.test(event.key) ||
    (chord && /^[-+=z]$/i.test(event.key)) || // text size; and undo, which the program does
    (event.ctrlKey && event.key === "y") || // what was taken back, again
    (event.altKey && !chord && /^[a-z]$/i.test(event.key)); // on a Mac such keys type other letters
}

// A place in a text as Python counts, in characters, from one in units of JavaScript, and back.
const counted = (text, place) => [...text.slice(0, place)].length;
const placed = (text, count) => [...text].slice(0, count).join("").length;

export function makeTextField(canvas) {
  const field = Object.assign(document.createElement("textarea"), {
    id: "field",
    hidden: true,
    tabIndex: -1, // the program leads here, at its place among the controls
    autocomplete: "off", // what is typed is kept nowhere
    autocapitalize: "sentences",
    spellcheck: true,
  });
  canvas.after(field);
  let shown = null; // what the program told last
  let program;
  let turn = 0;
  let pasted = false;
  let known = null; // the field's state as the program knows it

  const state = () =>
    JSON.stringify([field.value, field.selectionStart, field.selectionEnd, field.selectionDirection === "backward"]);

  function tell() {
    known = state();
    const { value, selectionStart, selectionEnd, selectionDirection } = field;
    const ends = [counted(value, selectionStart), counted(value, selectionEnd)];
    const [anchor, caret] = selectionDirection === "backward" ? ends.reverse() : ends;
    turn += 1;
    program.typed(value, anchor, caret, turn, pasted);
    pasted = false;
  }

  // The same event, for the program; true where the browser must still do what it does.
  const handOn = (event) => canvas.dispatchEvent(new event.constructor(event.type, event));

  function listen() {
    let composing = false;
    field.addEventListener("compositionstart", () => (composing = true));
    field.addEventListener("compositionend", () => {
      composing = false;
      tell();
    });
    field.addEventListener("paste", () => (pasted = true));
    field.addEventListener("input", () => composing || tell());
    document.addEventListener("selectionchange", () => {
      if (!composing && document.activeElement === field && shown && state() !== known) {
        tell();
      }
    });
    field.addEventListener("focus", () => program.focus(true));
    field.addEventListener("blur", () => document.hasFocus() && program.focus(false));
    field.addEventListener("keydown", (event) => {
      if (ofProgram(event)) {
        if (!handOn(event)) {
          event.preventDefault();
        } else if (event.key === "Tab") {
          canvas.focus(); // from where the browser goes on, out of the program
        }
      }
    });
    field.addEventListener("keyup", handOn);
    field.addEventListener("mousemove", (event) => event.buttons || handOn(event));
    // What does not scroll itself is in the way of neither wheel nor finger.
    const scrolls = () => field.scrollHeight > field.clientHeight;
    let from = null; // where the finger was, null once there are two
    let drags = false;
    field.addEventListener("touchstart", ({ touches }) => {
      from = touches.length === 1 ? touches[0].clientY : null;
      drags = false;
    }, { passive: true });
    field.addEventListener("touchmove", (event) => {
      if (from === null || scrolls()) {
        return;
      }
      const moved = event.touches[0].clientY - from;
      drags ||= Math.abs(moved) > SLOP;
      if (drags) {
        from += moved;
        program.drag(moved);
        event.preventDefault();
      }
    }, { passive: false });
    field.addEventListener("wheel", (event) => {
      if (!scrolls() && !handOn(event)) {
        event.preventDefault();
      }
    }, { passive: false });
    return () => composing;
  }

  let composes = () => false;

  function write({ text, anchor, caret }) {
    if (field.value !== text) {
      field.value = text;
    }
    const [start, end] = [anchor, caret].map((count) => placed(text, count)).sort((a, b) => a - b);
    if (field.selectionStart !== start || field.selectionEnd !== end) {
      field.setSelectionRange(start, end, anchor > caret ? "backward" : "forward");
    }
    known = state();
  }

  function show(told) {
    const before = shown;
    shown = told ? JSON.parse(told) : null;
    const here = document.activeElement === field;
    if (here && !shown?.focused && (before?.focused || !shown)) {
      canvas.focus();
    }
    field.hidden = !shown;
    if (!shown) {
      field.value = "";
      known = state();
      return;
    }
    const [left, top, width, height] = shown.place.map((length) => `${length}px`);
    const cut = shown.cut.map((length) => `${length}px`).join(" ");
    Object.assign(field.style, { left, top, width, height, clipPath: `inset(${cut})` });
    for (const [name, value] of Object.entries(shown.style)) {
      field.style.setProperty(name, value);
    }
    field.lang = shown.language;
    field.placeholder = shown.hint;
    field.setAttribute("aria-label", shown.name);
    // A browser says what is selected later than it selects it: that must not be undone meanwhile.
    const pending = here && state() !== known;
    if (!composes() && shown.turn === turn && !pending) {
      write(shown);
    }
    const inside = document.activeElement?.closest("#canvas, #controls");
    if (shown.focused && !before?.focused && inside) {
      field.focus({ preventScroll: true });
    }
  }

  return {
    show,
    connect(to) {
      program = to;
      composes = listen();
    },
  };
}
