/** The process, with the tasks that wait and the tasks that are locked at each step, now. */
import { BOX, RADIUS, tall, wide } from './diagram-shapes.js';
import { calmMotion, svg, write } from '../dom.js';
import { listen } from '../happenings.js';
import { topics } from '../topics.js';

const narrow = matchMedia('(max-width: 760px)');
const DOTS = 14;
const TRAVEL_MS = 700;

class ProcessDiagram extends HTMLElement {
  #shape;
  #numbers = null;
  #parts = {};

  connectedCallback() {
    this.#draw();
    narrow.addEventListener('change', () => this.#draw());
    listen((happening) => this.#move(happening));
  }

  /** Shows `{ <topic>: { waiting, locked }, finished }`. */
  show(numbers) {
    this.#numbers = numbers;
    for (const { name } of topics) this.#showTopic(name, numbers[name]);
    write(this.#parts.finished, text(numbers.finished));
  }

  #showTopic(name, { waiting, locked }) {
    const { waits, locks, dots } = this.#parts[name];
    write(waits, text(waiting));
    write(locks, text(locked));
    [...dots.children].forEach((dot, i) => {
      const state = i < locked ? 'locked' : i < locked + waiting ? 'waiting' : 'none';
      dot.setAttribute('class', `dot ${state}`);
    });
  }

  #draw() {
    this.#shape = narrow.matches ? tall : wide;
    const { viewBox, start, end, tasks, flows, asks } = this.#shape;
    this.#parts = {};
    this.replaceChildren(svg('svg', { viewBox, role: 'group', 'aria-label': 'The process: start, transcode video, upload video, end' },
      arrowhead('flow-head', 'head'), arrowhead('ask-head', 'ask-head'),
      ...flows.map(([[x1, y1], [x2, y2]]) => svg('line', { class: 'flow', x1, y1, x2, y2, 'marker-end': 'url(#flow-head)' })),
      ...asks.flatMap(([x, from, to]) => ask(x, from, to)),
      svg('circle', { class: 'event', cx: start.x, cy: start.y, r: RADIUS }),
      svg('circle', { class: 'event end', cx: end.x, cy: end.y, r: RADIUS }),
      this.#startCaption(), this.#endCaption(),
      ...tasks.map((place, i) => this.#task(place, topics[i]))));
    if (this.#numbers) this.show(this.#numbers);
  }

  #startCaption() {
    const { x, y, anchor } = this.#shape.captions.start;
    return svg('text', { class: 'caption', x, y, 'text-anchor': anchor }, 'received');
  }

  #endCaption() {
    const { x, y, anchor } = this.#shape.captions.end;
    this.#parts.finished = svg('tspan', { class: 'number', 'data-testid': 'finished-count', x, dy: 22 }, '–');
    return svg('text', { class: 'caption', x, y, 'text-anchor': anchor }, 'finished', this.#parts.finished);
  }

  #task({ x, y }, { name, step }) {
    const waits = svg('tspan', { class: 'number', 'data-testid': `waiting-${name}` }, '–');
    const locks = svg('tspan', { class: 'number', 'data-testid': `locked-${name}` }, '–');
    const dots = svg('g', { 'aria-hidden': 'true' },
      ...Array.from({ length: DOTS }, (_, i) => svg('circle', { class: 'dot none', cx: 24 + 17.8 * i, cy: 114, r: 5 })));
    this.#parts[name] = { waits, locks, dots };
    return svg('g', { class: 'task', transform: `translate(${x} ${y})` },
      svg('rect', { width: BOX.width, height: BOX.height, rx: 12 }),
      svg('text', { class: 'step', x: 20, y: 32 }, step),
      svg('text', { class: 'topic', x: 20, y: 52 }, `topic ${name}`),
      svg('text', { class: 'caption waits', x: 20, y: 92 }, waits, svg('tspan', { dx: 6 }, 'waiting')),
      svg('text', { class: 'caption locks', x: 146, y: 92 }, locks, svg('tspan', { dx: 6 }, 'locked')),
      dots);
  }

  /** Sends a token along the flow that was just taken. */
  #move({ kind, topic }) {
    const flow = kind === 'started' ? 0 : topics.findIndex(({ name }) => name === topic) + 1;
    if (!['started', 'completed'].includes(kind) || calmMotion.matches) return;
    const [[x1, y1], [x2, y2]] = this.#shape.flows[flow];
    const token = svg('circle', { class: 'token', r: 7 });
    this.firstChild.append(token);
    token.animate(
      [{ transform: `translate(${x1}px, ${y1}px)` }, { transform: `translate(${x2}px, ${y2}px)` }],
      { duration: TRAVEL_MS, easing: 'ease-in-out', fill: 'both' },
    ).finished.then(() => token.remove(), () => token.remove());
  }
}

function text(number) {
  return number == null ? '–' : String(number);
}

function arrowhead(id, className) {
  return svg('marker', { id, viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 8, markerHeight: 8, orient: 'auto' },
    svg('path', { class: className, d: 'M0 1 9 5 0 9z' }));
}

function ask(x, from, to) {
  return [
    svg('line', { class: 'ask', x1: x, y1: from, x2: x, y2: to, 'marker-end': 'url(#ask-head)' }),
    svg('text', { class: 'caption', x: x + 14, y: (from + to) / 2 + 6 }, 'workers come and ask'),
  ];
}

customElements.define('process-diagram', ProcessDiagram);
