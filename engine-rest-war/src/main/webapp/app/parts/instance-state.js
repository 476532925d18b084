/** The states of the instances of history: which a list offers, and each as a word. */
import { h } from './dom.js';

const KINDS = {
  ACTIVE: ['work', 'runs'],
  SUSPENDED: ['quiet', 'suspended'],
  COMPLETED: ['idle', 'completed'],
  EXTERNALLY_TERMINATED: ['stuck', 'cancelled'],
  INTERNALLY_TERMINATED: ['quiet', 'ended by its caller'],
};

/** For parts/list.js. */
export const INSTANCE_STATES = {
  '': ['Running', { unfinished: true }],
  'incidents': ['With incidents', { unfinished: true, withIncidents: true }],
  'suspended': ['Suspended', { suspended: true }],
  'ended': ['Ended', { finished: true }],
  'all': ['All', {}],
};

/** The word, and `more` after it. */
export function instanceState({ state }, more = '') {
  const [kind, words] = KINDS[state] ?? ['', state];
  return h('span', { class: `state ${kind}` }, words, more);
}
