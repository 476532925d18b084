/**
 * What happens on this page is told once, here, and whoever cares listens: the log, the diagram, the finished list.
 *
 * A happening has a `kind`, its `words`, and, where there was one, the HTTP `call` behind it.
 */
const stage = new EventTarget();

export function tell(happening) {
  stage.dispatchEvent(new CustomEvent('happening', { detail: { at: new Date(), ...happening } }));
}

export function listen(hear, signal) {
  stage.addEventListener('happening', (event) => hear(event.detail), { signal });
}
