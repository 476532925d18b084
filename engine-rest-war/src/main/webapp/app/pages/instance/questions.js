/** What is asked before an instance is cancelled, suspended or activated. */
import { cancelInstance, suspendInstance } from '../../api/instances.js';
import { endOfId } from '../../parts/words.js';

export function nameOf({ businessKey, id }) {
  return businessKey || endOfId(id);
}

export function cancelQuestion(instance) {
  return {
    title: `Cancel ${nameOf(instance)}`, bad: true, yes: 'Cancel this instance', no: 'Keep it', done: `${nameOf(instance)} is cancelled`,
    words: ['The instance and all that it has called end now. Workers that hold its tasks cannot report them any more. This cannot be undone.'],
    request: () => cancelInstance(instance.id),
  };
}

export function suspendQuestion(instance, suspended) {
  return {
    title: `${suspended ? 'Suspend' : 'Activate'} ${nameOf(instance)}`, yes: suspended ? 'Suspend' : 'Activate',
    words: [suspended ? 'Nobody can fetch its tasks, and its jobs do not run, until it is activated.' : 'Its tasks can be fetched and its jobs run again.'],
    request: () => suspendInstance(instance.id, suspended), done: `${nameOf(instance)} is ${suspended ? 'suspended' : 'active'}`,
  };
}
