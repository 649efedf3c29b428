// Keeps the page for the next visit, and offers a newer one when there is one.
import { ask } from "./notice.js";

const HOUR = 3_600_000; // ms

export async function offerUpdates() {
  try {
    const { serviceWorker } = navigator; // a sandboxed frame may not even ask for it
    const registration = await serviceWorker.register("worker.js");
    const offer = (worker) => {
      const { words } = window.first;
      ask(words.update, words.update_take, () => {
        serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
        worker.postMessage("take over");
      });
    };
    const follow = (worker) =>
      worker.addEventListener("statechange", () => {
        if (worker.state === "installed" && serviceWorker.controller) {
          offer(worker);
        }
      });
    if (registration.waiting && serviceWorker.controller) {
      offer(registration.waiting);
    } else if (registration.installing) {
      follow(registration.installing);
    }
    registration.addEventListener("updatefound", () => follow(registration.installing));
    setInterval(() => registration.update().catch(() => {}), HOUR);
  } catch {
    // Then it needs the network, and is new at every visit.
  }
}
