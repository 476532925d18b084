/** Where an external task is, in words. */
import { to } from '../address.js';
import { h } from './dom.js';
import { fromWire, lengthOf } from './time.js';

/** One of suspended, stuck, locked, waiting. */
export function stateOf({ suspended, retries, lockExpirationTime }) {
  if (suspended) return 'suspended';
  if (retries === 0) return 'stuck';
  return lockExpirationTime && fromWire(lockExpirationTime) > Date.now() ? 'locked' : 'waiting';
}

export function taskState(task) {
  const { workerId, lockExpirationTime, errorMessage } = task;
  switch (stateOf(task)) {
    case 'suspended': return h('span', { class: 'state quiet' }, 'suspended');
    case 'stuck': return h('span', { class: 'state stuck' }, 'no retries left');
    case 'waiting': return h('span', { class: 'state wait' }, errorMessage ? 'waits, after a failure' : 'waits for a worker');
    default: return h('span', { class: 'state work' }, errorMessage ? 'locked after a failure, ' : 'with ',
      h('a', { href: to(['worker', workerId]) }, workerId), `, ${lengthOf(fromWire(lockExpirationTime) - Date.now())} left`);
  }
}
