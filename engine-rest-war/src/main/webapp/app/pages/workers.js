/** Who works: the workers that have fetched lately, from where, and what they have in hand. */
import { changeQuery, to } from '../address.js';
import { workers } from '../api/numbers.js';
import { h } from '../parts/dom.js';
import { Page } from '../parts/page.js';
import { table } from '../parts/table.js';
import { age, fromWire } from '../parts/time.js';
import { unknownFilters } from '../parts/unknown-filters.js';
import { counted, number } from '../parts/words.js';

// The engine writes each worker down every thirty seconds, and other nodes read it ten seconds later.
const SILENT_AFTER_MS = 60_000;

class WorkersPage extends Page {
  name() {
    return 'Workers';
  }

  load(signal) {
    return workers(signal);
  }

  view(all) {
    const { topic, text = '' } = this.query;
    const found = all
      .filter(({ topicNames }) => !topic || topicNames.includes(topic))
      .filter((worker) => wordsOf(worker).some((word) => word.toLowerCase().includes(text.toLowerCase())))
      .toSorted(orderOf(this.query));
    return [
      h('header', { class: 'head', 'data-key': 'head' }, h('h1', {}, 'Workers'),
        h('p', {}, found.length === all.length ? counted(all.length, 'worker') : `${number(found.length)} of ${counted(all.length, 'worker')}`)),
      h('form', { class: 'filters', 'data-key': 'filters', submit: (event) => event.preventDefault() },
        h('label', {}, 'Search ', h('input', { type: 'search', name: 'text', '.value': text, input: ({ target }) => changeQuery({ text: target.value }, true) })),
        topic && h('a', { class: 'chip', href: to(['workers'], { ...this.query, topic: null }) }, `Topic ${topic}`, h('span', { class: 'unseen' }, ', remove this filter'),
          h('span', { 'aria-hidden': 'true' }, ' ×'))),
      unknownFilters(['topic', 'text', 'sortBy', 'sortOrder'], this.query),
      table(columns, found, { label: 'Workers', key: ({ workerId }) => workerId, query: this.query, sorted: 'workerId', none: 'No worker has fetched lately' }),
    ];
  }
}

const columns = [
  { name: 'Worker', sort: 'workerId', cell: ({ workerId }) => h('a', { href: to(['worker', workerId]) }, workerId) },
  { name: 'Now', cell: stateOf },
  { name: 'Last seen', sort: 'lastSeen', cell: ({ lastSeen }) => age(lastSeen) },
  { name: 'In hand', sort: 'inHand', right: true, cell: ({ inHand }) => number(inHand) },
  { name: 'Completed', sort: 'completed', right: true, cell: ({ completed }) => number(completed) },
  { name: 'Failed', sort: 'failed', right: true, cell: ({ failed }) => number(failed) },
  { name: 'Lost locks', sort: 'lostLocks', right: true, cell: ({ lostLocks }) => number(lostLocks) },
  { name: 'Topics', cell: ({ topicNames }) => h('span', { class: 'list' }, topicNames.map((name) => h('a', { href: to(['topic', name]) }, name))) },
  { name: 'Client', sort: 'userAgent', cell: ({ userAgent }) => userAgent ?? '–' },
  { name: 'Address', sort: 'address', cell: ({ address }) => address ?? '–' },
  { name: 'Node', sort: 'node', cell: ({ node }) => node ?? '–' },
];

/** What a worker does now, as a word. One that does not wait at the engine for work asks again and again. */
export function stateOf({ waiting, inHand, lastSeen }) {
  if (inHand > 0) return h('span', { class: 'state work' }, 'works');
  if (waiting) return h('span', { class: 'state idle' }, 'waits for work');
  return Date.now() - fromWire(lastSeen) < SILENT_AFTER_MS ? h('span', { class: 'state idle' }, 'asks for work') : h('span', { class: 'state quiet' }, 'is silent');
}

/** What a search looks at. */
function wordsOf({ workerId, topicNames, userAgent, address, node }) {
  return [workerId, ...topicNames, userAgent ?? '', address ?? '', node ?? ''];
}

function orderOf({ sortBy = 'workerId', sortOrder = 'asc' }) {
  const direction = sortOrder === 'desc' ? -1 : 1;
  return (one, other) => direction * (typeof one[sortBy] === 'number'
    ? one[sortBy] - other[sortBy]
    : String(one[sortBy] ?? '').localeCompare(String(other[sortBy] ?? '')));
}

customElements.define('workers-page', WorkersPage);
export default WorkersPage;
