// What the page does for the program: pictures, size, live text, downloads, clipboard.
import { film, hand } from "./files.mjs";
import { keepAwake, play } from "./sound.mjs";

const KEPT = "spinestack.preferences";
const MOST_PIXELS = 1920 * 1080; // more would be sharper than it is fast
const LEAST = [320, 320]; // of a layout
const EDGES = ["top", "right", "bottom", "left"];
const DESIGNED_FOR = 20; // px: the page's letters where the browser's text size is as it comes

// The preferences of the last visit; nothing where the browser keeps nothing.
export function kept() {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

export function makePage(canvas, language, words) {
  const live = document.getElementById("live");
  let before = performance.now();
  canvas.setAttribute("aria-label", words.name);

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
    language,
    query: location.search,
    address: location.origin + location.pathname,
    kept,
    size,

    // Whether the visitor wants less motion, and more contrast; how many times larger letters.
    wishes() {
      const asks = (query) => matchMedia(query).matches;
      const letters = parseFloat(getComputedStyle(document.body).fontSize) / DESIGNED_FOR;
      const contrast = asks("(prefers-contrast: more)") || asks("(forced-colors: active)");
      return [Number(asks("(prefers-reduced-motion: reduce)")), Number(contrast), letters || 1];
    },

    connect(program) {
      const resized = () => program.resize(...size());
      new ResizeObserver(resized).observe(canvas);
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", resized);
    },

    frame: () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const now = performance.now();
          const passed = (now - before) / 1000;
          before = now;
          resolve(passed);
        });
      }),

    say(text, language) {
      live.lang = document.documentElement.lang = language;
      // The same words again are only read where something about them is new.
      live.textContent = text === live.textContent ? text + "\u00a0" : text;
    },

    link(query) {
      try {
        history.replaceState(null, "", query);
      } catch {
        // Some browsers refuse where it changes often: then the next change brings it.
      }
    },

    keep(text) {
      try {
        localStorage.setItem(KEPT, text);
      } catch {
        // Then they last as long as the page.
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

    fullscreen() {
      if (document.fullscreenElement) {
        document.exitFullscreen().catch(() => {});
      } else {
        document.documentElement.requestFullscreen?.().catch(() => {});
      }
    },
  };
}
