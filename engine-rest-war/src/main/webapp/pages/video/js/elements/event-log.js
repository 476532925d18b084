/** What happened, in plain words, each line with the HTTP call behind it; the newest line is on top. */
import { h } from '../dom.js';
import { listen } from '../happenings.js';
import { root } from '../http.js';
import { shortId } from '../short-id.js';
import { clockTime } from '../time.js';

const KEPT = 200;
const WITHOUT_CALL = { vanished: 'no call: that is the point', ranOut: 'no call: time did it' };

class EventLog extends HTMLElement {
  #lines = h('ol');

  connectedCallback() {
    const log = { role: 'log', 'aria-live': 'polite', 'aria-label': 'Event log', tabindex: 0, 'data-testid': 'log' };
    this.replaceChildren(h('div', log, this.#lines));
    listen((happening) => this.#write(happening));
  }

  #write({ at, kind, who, words, call }) {
    this.#lines.prepend(h('li', { 'data-kind': kind },
      h('time', { datetime: at.toISOString() }, clockTime(at)),
      h('p', {}, who ? h('b', {}, who) : null, who ? ` ${words}` : words),
      call ? describe(call) : h('span', { class: 'call' }, WITHOUT_CALL[kind] ?? '')));
    while (this.#lines.children.length > KEPT) this.#lines.lastChild.remove();
  }
}

function describe({ method, path, status }) {
  const full = `${root.pathname}${path.slice(1)}`;
  const short = full.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, shortId);
  const fine = status >= 200 && status < 300;
  return h('code', { class: 'call', title: `${method} ${full}` },
    h('span', { class: 'method' }, method), ` ${short} `,
    h('span', { class: fine ? 'status' : 'status bad' }, status ?? 'no answer'));
}

customElements.define('event-log', EventLog);
