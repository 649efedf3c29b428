// Films that the page makes, and hands over as downloads.
import { hand } from "./downloads.js";

// The kinds of film that browsers make, best first, by the end of their names.
const FILMS = { ".webm": "video/webm", ".mp4": "video/mp4" };

// How the name of a film ends that can be made here; nothing where none can.
export function filmSuffix() {
  const can = (suffix) => globalThis.MediaRecorder?.isTypeSupported(FILMS[suffix]);
  return Object.keys(FILMS).find(can) ?? "";
}

// Films what `frame` returns, `rate` pictures a second, until it returns nothing.
export function film(name, [width, height], rate, frame) {
  const type = FILMS[filmSuffix()];
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(rate), { mimeType: type });
  const pieces = [];
  recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
  recorder.addEventListener("stop", () => hand(name, new Blob(pieces, { type })));
  const next = frame.copy(); // the program's function, to be kept beyond this call
  const draw = () => {
    const bytes = next();
    if (bytes) {
      const pixels = new Uint8ClampedArray(bytes.toJs());
      bytes.destroy();
      context.putImageData(new ImageData(pixels, width, height), 0, 0);
      return;
    }
    clearInterval(ticking);
    next.destroy();
    recorder.stop();
  };
  draw();
  recorder.start();
  const ticking = setInterval(draw, 1000 / rate);
}
