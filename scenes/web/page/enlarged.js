// How many times larger a browser on a desk shows the page, because somebody wants it so. It does not
// tell: but its window is wider than what is in it then, and one of its usual steps lies between a
// screen's own density and the present one.
const STEPS = [1.1, 1.2, 1.25, 4 / 3, 1.5, 1.7, 1.75, 2, 2.4, 2.5, 3, 4, 5];
const DENSITIES = [1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 3];
const NEARLY = 0.03; // a window has a frame, and Firefox rounds

const near = (one, other) => Math.abs(one / other - 1) < NEARLY;

export function enlarged() {
  if (window.parent !== window || !matchMedia("(pointer: fine)").matches) {
    return 1; // a frame has the width of its own, a phone's window is the screen
  }
  const most = (outerWidth / innerWidth) * (1 + NEARLY);
  const steps = STEPS.filter((step) => step <= most && DENSITIES.some((own) => near(devicePixelRatio / step, own)));
  return Math.max(1, ...steps);
}
