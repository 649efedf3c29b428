// Native elements over the picture, one for each control, which screen readers, voice control and
// switches find and use. The program says what there is (scenes/web/controls.py); it is told of
// what is done. Pointers go through to the picture, and keys are handed on to it.

const KINDS = {
  heading: "h1",
  text: "p",
  image: "div",
  meter: "div",
  region: "div",
  group: "div",
  dialog: "div",
  tablist: "div",
  tab: "button",
  button: "button",
  switch: "input",
  slider: "input",
};
const ROLES = {
  image: "img",
  meter: "meter",
  region: "group",
  group: "group",
  dialog: "dialog",
  tablist: "tablist",
  tab: "tab",
  switch: "switch",
};
const TYPES = { tab: "button", button: "button", switch: "checkbox", slider: "range" };
const STATES = { tab: "aria-selected", button: "aria-pressed" };
const STEPS = [-1, 1]; // of a slider whose numbers the page does not know

function make({ key, role }) {
  const element = document.createElement(KINDS[role]);
  element.id = key;
  element.dataset.kind = role;
  if (TYPES[role]) {
    element.type = TYPES[role];
    element.tabIndex = role === "tab" ? -1 : 0;
  }
  if (ROLES[role]) {
    element.setAttribute("role", ROLES[role]);
  }
  if (role === "region") {
    element.tabIndex = 0;
  } else if (role === "dialog") {
    element.ariaModal = "true";
  }
  return element;
}

function set(element, name, value) {
  if (value === null || value === "" || value === undefined) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value);
  }
}

function fill(element, told) {
  const { role, name, rect, value, low, high, text, state, disabled } = told;
  if (["heading", "text", "button", "tab"].includes(role)) {
    if (element.textContent !== name) {
      element.textContent = name;
    }
  } else {
    set(element, "aria-label", name);
  }
  if (role === "slider") {
    const [least, most] = value === null ? STEPS : [low, high];
    Object.assign(element, { min: least, max: most, step: value === null ? 1 : "any" });
    element.value = value ?? 0;
    set(element, "aria-valuetext", text);
  } else if (role === "meter") {
    set(element, "aria-valuemin", low);
    set(element, "aria-valuemax", high);
    set(element, "aria-valuenow", value);
    set(element, "aria-valuetext", text);
  } else if (role === "switch") {
    element.checked = state;
    set(element, "aria-description", text);
  } else if (STATES[role]) {
    set(element, STATES[role], state);
  }
  if (role === "tab") {
    element.tabIndex = state ? 0 : -1;
  }
  if ("disabled" in element) {
    element.disabled = disabled;
  }
  const [left, top, width, height] = rect.map((length) => `${length}px`);
  Object.assign(element.style, { left, top, width, height });
}

export function makeControls(canvas) {
  const all = document.getElementById("controls");
  const elements = new Map();
  let told = new Map();
  let wanted = "";
  let program;

  const ours = (element) => element !== null && (element === document.body || element === canvas || all.contains(element));

  function order(keys) {
    for (const [key, element] of elements) {
      if (!keys.includes(key)) {
        element.remove();
        elements.delete(key);
        told.delete(key);
      }
    }
    const next = new Map(); // the place that is filled next, in each element that has others
    for (const key of keys) {
      const inside = elements.get(told.get(key).inside) ?? all;
      const here = next.has(inside) ? next.get(inside) : inside.firstElementChild;
      const element = elements.get(key);
      if (element === here) {
        next.set(inside, element.nextElementSibling);
      } else {
        inside.insertBefore(element, here); // what stays is never moved: it would lose the focus
        next.set(inside, here);
      }
    }
  }

  function follow() {
    const here = document.activeElement;
    const there = elements.get(wanted) ?? canvas;
    const away = there === canvas && !all.contains(here) && here !== document.body;
    if (here !== there && ours(here) && !away && document.hasFocus()) {
      there.focus({ preventScroll: true });
    }
  }

  function listen() {
    const key = (event) => event.target.id;
    all.addEventListener("focusin", (event) => key(event) === wanted || program.focus((wanted = key(event))));
    all.addEventListener("click", (event) => {
      if (elements.get(key(event))?.matches("button, input[type=checkbox]")) {
        event.preventDefault(); // it changes when the program says so
        program.press(key(event));
      }
    });
    all.addEventListener("input", (event) => {
      const { type, value } = event.target;
      if (type === "range") {
        fill(event.target, told.get(key(event))); // and until then it stays
        program.slide(key(event), Number(value));
      }
    });
    // The picture's keys are those of its controls too; a press by key is one of them.
    for (const kind of ["keydown", "keypress", "keyup"]) {
      all.addEventListener(kind, (event) => {
        const kept = !canvas.dispatchEvent(new KeyboardEvent(kind, event));
        if (kept || /^( |Enter|Arrow.*|Page.*|Home|End)$/.test(event.key)) {
          event.preventDefault();
        }
      });
    }
  }

  return {
    show(text, language) {
      const news = JSON.parse(text);
      document.documentElement.lang = language;
      for (const native of news.changed ?? []) {
        if (told.get(native.key)?.role !== native.role) {
          elements.get(native.key)?.remove();
          elements.set(native.key, make(native));
        }
        told.set(native.key, native);
        fill(elements.get(native.key), native);
      }
      if (news.order) {
        order(news.order);
      }
      wanted = news.focus ?? wanted;
      follow();
    },
    connect(to) {
      program = to;
      listen();
      follow();
    },
  };
}
