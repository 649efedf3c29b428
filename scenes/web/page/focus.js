// What the canvas and the page around it share: the keyboard's focus, and the wheel.
// The keyboard's focus goes from the page to the controls, through them as the program has it, and on.

// Keys that the browser keeps for itself, such as F5 and Ctrl+R: the program does not use them.
function ofBrowser(event) {
  return /^F([2-8]|10)$/.test(event.key) ||
    (event.ctrlKey && /^[a-y0-9]$/i.test(event.key) && !/^[qy]$/.test(event.key)) ||
    (event.metaKey && /^[a-y0-9]$/i.test(event.key) && event.key !== "q");
}

export function shareFocus(canvas, program) {
  canvas.addEventListener("keydown", (event) => {
    const tab = event.key === "Tab" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (ofBrowser(event) || (tab && program.leaves(event.shiftKey))) {
      event.stopImmediatePropagation(); // so that the browser does what it always does
    }
  }, true);
  canvas.addEventListener("pointerdown", () => canvas.focus());
  // In a frame the wheel scrolls the page around it, unless something here scrolls under it.
  if (window.parent !== window) {
    canvas.addEventListener("wheel", (event) => {
      const ratio = canvas.width / canvas.clientWidth;
      const [x, y] = [event.offsetX, event.offsetY].map((at) => Math.round(at * ratio));
      if (!program.takes_wheel(x, y, event.deltaY > 0)) {
        event.stopImmediatePropagation();
      }
    }, { capture: true, passive: true });
  }
  canvas.addEventListener("contextmenu", (event) => event.preventDefault());
}
