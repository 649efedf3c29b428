// What the page does before anything else has come, in any browser: it chooses the language,
// takes note of the way in that somebody chooses, and speaks up when nothing more comes.
// WORDS, by language, stand above. No module, and without a hash, so that it runs wherever
// those are refused.
"use strict";

window.first = (() => {
  const KEPT = "spinestack.preferences";
  const SILENCE = 10; // s
  const root = document.documentElement;
  const part = (id) => document.getElementById(id);
  let silent = 0; // seconds without news
  let progress = 0;
  let failed = false;

  // The preferences of the last visit; nothing where the browser, or a frame, keeps nothing.
  const kept = () => {
    try {
      return localStorage.getItem(KEPT) || "";
    } catch (error) {
      return "";
    }
  };
  const keep = (text) => {
    try {
      localStorage.setItem(KEPT, text);
    } catch (error) {
      // Then they last as long as the page.
    }
  };
  const chosen = (name) => (kept().match(new RegExp(`^${name} = "(\\w+)"`, "m")) || [])[1];
  const asked = (name) => (location.search.match(new RegExp(`[?&]${name}=([^&/]+)`, "i")) || [])[1];
  const wanted = [asked("lang"), chosen("language")].concat(navigator.languages || []);
  const language = wanted
    .map((tag) => (tag || "").slice(0, 2).toLowerCase())
    .find((tag) => tag in WORDS) || "en";
  const words = WORDS[language];
  const contrast = matchMedia("(prefers-contrast: more), (forced-colors: active)").matches;

  const show = (state) => (root.dataset.state = state);
  const doing = (text) => {
    if (part("doing").textContent !== text) {
      part("doing").textContent = text; // the same words again would be read again
    }
  };

  // `why` is the key of a sentence. What is still under way then says nothing more.
  const fail = (why) => {
    if (failed) {
      return;
    }
    failed = true;
    clearInterval(watch);
    show("failed");
    // A frame without an origin of its own may not load the page's files.
    const sandboxed = why === "missing" && self.origin === "null";
    const say = () => {
      doing(words.failed);
      part("advice").textContent = words[sandboxed ? "sandboxed" : why];
    };
    document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", say) : say();
  };

  // Counted in ticks, not by the clock: while the browser is busy nothing can come.
  const watch = setInterval(() => {
    silent += 1;
    if (silent === SILENCE) {
      part("advice").textContent = words.silent;
    }
  }, 1000);

  root.lang = language;
  root.dataset.profile = asked("profile") || chosen("profile") || (contrast ? "contrast" : "default");
  root.dataset.framed = window.parent !== window;
  show(asked("scene") ? "loading" : "start");

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-way]");
    if (!button) {
      return;
    }
    api.way = button.dataset.way;
    for (const one of document.querySelectorAll("[data-way]")) {
      one.setAttribute("aria-pressed", String(one === button));
    }
    part("chosen").textContent = words.chosen;
  });
  // A script that can not be loaded, or is not what it should be, tells only here.
  addEventListener("error", (event) => {
    if (/^(SCRIPT|LINK)$/.test((event.target && event.target.tagName) || "") && event.target.rel !== "icon") {
      fail("missing");
    }
  }, true);
  addEventListener("DOMContentLoaded", () => {
    part("silent").remove(); // what is said where this script is missing
    document.title = words.title;
    part("canvas").setAttribute("aria-label", words.name);
  });

  const api = {
    language,
    words,
    way: "",
    kept,
    keep,
    fail,

    // Something has come: how far it is now, from 0 to 1, and what is waited for.
    news(share, text) {
      silent = 0;
      part("advice").textContent = failed ? part("advice").textContent : "";
      progress = Math.max(progress, share);
      part("progress").value = progress;
      if (!failed) {
        doing(text);
      }
    },

    // All has come: from here on it is the program that takes its time.
    starting() {
      clearInterval(watch);
      if (!failed) {
        doing(words.starting);
      }
    },

    ready() {
      if (!failed) {
        show("ready");
        document.querySelector("main").inert = false;
      }
    },
  };
  return api;
})();
