/** What happened to the locks of an external task, asked for when it is opened. */
import { to } from '../address.js';
import { leaseEventsOf } from '../api/external-tasks.js';
import { h } from './dom.js';
import { moment } from './time.js';

const NONE = 'None is written down. What is written, the operator decides by outwork.history.lease-events.';
const LOST = ['EXPIRED', 'UNLOCKED', 'GIVEN_BACK'];
const WORDS = {
  FETCHED: 'fetched', LOCKED: 'locked', EXTENDED: 'extended', EXPIRED: 'expired', UNLOCKED: 'unlocked', GIVEN_BACK: 'given back, because the worker could not be reached',
};

class LockStory extends HTMLElement {
  task = null;

  connectedCallback() {
    if (this.firstChild) return;
    const events = h('div', { role: 'status' });
    this.append(h('details', {
      toggle: async ({ target }) => {
        if (!target.open) return;
        try {
          const all = await leaseEventsOf(this.task);
          events.replaceChildren(all.length > 0 ? h('ul', {}, all.map(line)) : NONE);
        } catch (problem) {
          events.replaceChildren(problem.message);
        }
      },
    }, h('summary', {}, 'Its locks'), events));
  }
}

function line({ timestamp, event, workerId, lockExpirationTime }) {
  const lost = LOST.includes(event);
  return h('li', {}, moment(timestamp), ' ', h('span', { class: lost ? 'badly' : '' }, WORDS[event] ?? event),
    workerId && [lost ? ', it was that of ' : ' by ', h('a', { href: to(['worker', workerId]) }, workerId)],
    lockExpirationTime && [', until ', moment(lockExpirationTime)]);
}

customElements.define('lock-story', LockStory);
