// What the page does for the program: pictures, size, live text, downloads, clipboard.
import { makeControls } from "./controls.js";
import { hand } from "./downloads.js";
import { film, filmSuffix } from "./films.js";
import { say as notice } from "./notice.js";
import { enlarged } from "./enlarged.js";
import { keepAwake, play } from "./sound.js";
import { makeTextField } from "./text_field.js";

const MOST_PIXELS = 1920 * 1080; // more would be sharper than it is fast
const LEAST = [320, 320]; // of a layout
const EDGES = ["top", "right", "bottom", "left"];
const DESIGNED_FOR = 20; // px: the page's letters where the browser's text size is as it comes
const DOZE = 90; // ms between two pictures while nothing changes, unless something is done
const FADE = 3000; // ms that live text stays
const DONE = ["pointerdown", "pointermove", "pointerup", "touchstart", "keydown", "keyup", "wheel", "focus", "click", "input", "resize"];

export function makePage(canvas) {
  const live = document.getElementById("live");
  const field = makeTextField(canvas);
  const controls = makeControls(canvas);
  let before = performance.now();
  let wake = () => {};
  let fading;
  for (const kind of DONE) {
    addEventListener(kind, () => wake(), { capture: true, passive: true });
  }

  const size = () => {
    const { clientWidth: width, clientHeight: height } = canvas;
    const fast = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
    const ratio = Math.max(fast, LEAST[0] / width, LEAST[1] / height);
    // What a phone keeps for its own bars and corners, in pixels of the page.
    const style = getComputedStyle(document.documentElement);
    const insets = EDGES.map((edge) => parseFloat(style.getPropertyValue(`--inset-${edge}`)) || 0);
    return [Math.round(width * ratio), Math.round(height * ratio), ratio, ...insets];
  };

  return {
    language: window.first.language,
    query: () => location.search,
    address: location.origin + location.pathname,
    kept: window.first.kept,
    keep: window.first.keep,
    size,
    enlarged,
    notice,
    text_field: field.show,
    controls: controls.show,
    film_suffix: filmSuffix,

    // Whether the visitor wants less motion, and more contrast; how many times larger letters.
    wishes() {
      const asks = (query) => matchMedia(query).matches;
      const letters = parseFloat(getComputedStyle(document.body).fontSize) / DESIGNED_FOR;
      const contrast = asks("(prefers-contrast: more)") || asks("(forced-colors: active)");
      return [Number(asks("(prefers-reduced-motion: reduce)")), Number(contrast), letters || 1];
    },

    connect(program) {
      field.connect(program.text_input);
      controls.connect(program.controls);
      const resized = () => {
        if (canvas.clientWidth && canvas.clientHeight) {
          program.resize(...size()); // not in a frame that is no longer displayed
        }
      };
      new ResizeObserver(resized).observe(canvas);
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", resized);
    },

    // The next picture; where nothing changes a later one, or the next after something was done.
    async frame(dozes) {
      if (dozes) {
        await new Promise((resolve) => {
          wake = resolve;
          setTimeout(resolve, DOZE);
        });
      }
      return new Promise((resolve) => {
        requestAnimationFrame(() => {
          const now = performance.now();
          const passed = (now - before) / 1000;
          before = now;
          resolve(passed);
        });
      });
    },

    // Words for a screen reader, in the language that the program speaks now.
    say(text, language, name) {
      canvas.setAttribute("aria-label", name);
      live.lang = document.documentElement.lang = language;
      // The same words again are only read where something about them is new.
      live.textContent = text === live.textContent ? text + "\u00a0" : text;
      // Once it is said it is elsewhere on the page too, and found there.
      clearTimeout(fading);
      fading = setTimeout(() => (live.textContent = ""), FADE);
    },

    link(query) {
      try {
        history.replaceState(null, "", query);
      } catch {
        // Some browsers refuse where it changes often: then the next change brings it.
      }
    },

    save(name, type, data) {
      hand(name, new Blob([data.toJs()], { type }));
    },

    // True once the text lies there, false where there is no clipboard or it may not be written.
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    },

    async paste() {
      try {
        return (await navigator.clipboard.readText()) || undefined;
      } catch {
        return undefined;
      }
    },

    record: (name, width, height, rate, frame) => film(name, [width, height], rate, frame),

    play: (tones, text, language) => play(tones.toJs(), text, language),
    awake: keepAwake,

    // False where there is no full screen, or it is refused.
    async fullscreen() {
      try {
        if (document.fullscreenElement) {
          await document.exitFullscreen();
        } else {
          await document.documentElement.requestFullscreen();
        }
        return true;
      } catch {
        return false;
      }
    },
  };
}
