/** When to ask again: every few seconds, not while it is paused, not while nobody looks. */
const EVERY_MS = 5_000;
const listeners = new Set();

class Live extends EventTarget {
  #paused = false;
  loadedAt = null;

  get paused() {
    return this.#paused;
  }

  set paused(paused) {
    this.#paused = paused;
    this.dispatchEvent(new Event('change'));
    if (!paused) this.tick();
  }

  listen(listener, signal) {
    listeners.add(listener);
    signal.addEventListener('abort', () => listeners.delete(listener));
  }

  noteLoaded() {
    this.loadedAt = new Date();
    this.dispatchEvent(new Event('loaded'));
  }

  tick() {
    if (this.#paused || document.hidden) return;
    for (const listener of listeners) listener();
  }
}

export const live = new Live();

setInterval(() => live.tick(), EVERY_MS);
document.addEventListener('visibilitychange', () => live.tick());
