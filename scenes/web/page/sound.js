// What a pacer is heard with: soft tones, and a voice where the browser has one. And a screen that
// stays on while it counts.

const LOUDNESS = 0.2; // of the loudest there is
const RISE = 0.03; // s in which a tone begins, so that it never clicks
const FADE = 0.12; // s in which it ends
let context = null; // none before the first touch
let singing = false;
let lock = null;
let wanted = false;

// Tones after each other, each a frequency [Hz] and a length [s].
export function play(tones, text, language) {
  if (tones.length) sing(tones);
  if (text && globalThis.speechSynthesis) {
    // A number never cuts off what is to be done.
    if (speechSynthesis.speaking && !tones.length) return;
    speechSynthesis.cancel();
    const said = new SpeechSynthesisUtterance(text);
    said.lang = language;
    speechSynthesis.speak(said);
  }
}

// Some phones let a page be heard only once it began to be within a touch; the program's tones
// come later. So a touch begins, and nothing is played until tones are asked for.
const TOUCHES = ["touchend", "mouseup", "click", "keydown"];

async function begin() {
  const Context = globalThis.AudioContext ?? globalThis.webkitAudioContext;
  if (!Context) return;
  context ??= new Context();
  await context.resume(); // does not come back where that was no touch
  for (const kind of TOUCHES) removeEventListener(kind, begin, true);
  if (!singing) await context.suspend();
}

for (const kind of TOUCHES) addEventListener(kind, begin, true);

function sing(tones) {
  if (!context) return;
  singing = true;
  context.resume();
  let start = context.currentTime;
  for (const [frequency, seconds] of tones) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, start + RISE);
    loudness.gain.setValueAtTime(LOUDNESS, start + seconds - FADE);
    loudness.gain.linearRampToValueAtTime(0, start + seconds);
    tone.connect(loudness).connect(context.destination);
    tone.start(start);
    tone.stop(start + seconds);
    start += seconds;
  }
}

// Keep the screen from going dark, or no longer; a browser lets go of it with a hidden page.
export async function keepAwake(asked) {
  wanted = asked;
  try {
    if (wanted && !lock) {
      lock = await navigator.wakeLock?.request("screen");
      lock?.addEventListener("release", () => (lock = null));
      if (!wanted) await lock?.release(); // it was asked for no longer while that came
    } else if (!wanted && lock) {
      await lock.release();
    }
  } catch {
    lock = null; // refused: the screen goes dark as it always does
  }
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && wanted) keepAwake(true);
});
