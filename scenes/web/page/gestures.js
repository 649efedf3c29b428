// Making the page larger is the browser's: two fingers, and the wheel with Ctrl (as which computers
// tell of two fingers on their pad). One finger, and the wheel alone, work the picture.
// The runtime would forbid the browser to do anything with a touch it has seen the beginning of.

export function shareGestures(canvas, program) {
  const early = { capture: true, passive: false };
  let several = false; // fingers, since the first one came

  canvas.addEventListener("touchstart", (event) => {
    const before = several;
    several = event.touches.length > 1;
    if (several) {
      event.stopImmediatePropagation();
      before || program.let_go(); // what the first finger had begun
    }
    event.preventDefault = () => {}; // else a second finger could not join the first
  }, early);
  canvas.addEventListener("touchmove", (event) => {
    if (several) {
      event.stopImmediatePropagation();
    } else if (event.cancelable) {
      event.preventDefault(); // a drag of the picture is nothing for the browser any more
    }
  }, early);
  canvas.addEventListener("touchend", (event) => {
    if (event.cancelable) {
      event.preventDefault(); // no click beside the touch, which the runtime has seen
    }
    event.preventDefault = () => {};
  }, early);
  canvas.addEventListener("wheel", (event) => {
    if (event.ctrlKey) {
      event.stopImmediatePropagation();
    }
  }, early);
}
