/** The state of an instance of history, as a word. */
import { h } from './dom.js';

const KINDS = {
  ACTIVE: ['work', 'runs'],
  SUSPENDED: ['quiet', 'suspended'],
  COMPLETED: ['idle', 'completed'],
  EXTERNALLY_TERMINATED: ['stuck', 'cancelled'],
  INTERNALLY_TERMINATED: ['quiet', 'ended by its caller'],
};

export function instanceState({ state }) {
  const [kind, words] = KINDS[state] ?? ['', state];
  return h('span', { class: `state ${kind}` }, words);
}
