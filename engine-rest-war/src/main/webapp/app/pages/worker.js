/** One worker: since when it is silent, what it has in hand, what it has done. */
import { to } from '../address.js';
import { externalTasks, unlock } from '../api/external-tasks.js';
import { workers } from '../api/numbers.js';
import { mayOperateTask } from '../api/settings.js';
import { ask } from '../parts/ask.js';
import { h } from '../parts/dom.js';
import { Page } from '../parts/page.js';
import { pageOf, pager, table } from '../parts/table.js';
import { age, until } from '../parts/time.js';
import { unknownFilters } from '../parts/unknown-filters.js';
import { counted, fact, instanceLink, number } from '../parts/words.js';
import { stateOf } from './workers.js';

class WorkerPage extends Page {
  name() {
    return this.params.workerId;
  }

  async load(signal) {
    const { workerId } = this.params;
    const { sortBy = 'lockExpirationTime', sortOrder = 'asc' } = this.query;
    const [all, inHand] = await Promise.all([
      workers(signal),
      externalTasks({ workerId, locked: true, active: true }, { ...pageOf(this.query), sortBy, sortOrder }, signal),
    ]);
    return { worker: all.find((worker) => worker.workerId === workerId), inHand };
  }

  view({ worker, inHand }) {
    return [
      h('header', { class: 'head', 'data-key': 'head' }, h('p', { class: 'kicker' }, 'Worker'), h('h1', {}, this.params.workerId),
        worker && stateOf(worker)),
      h('section', { class: 'panel', 'aria-label': 'Numbers', 'data-key': 'numbers' }, worker ? this.#facts(worker)
        : h('p', { class: 'muted' }, 'This worker has not fetched lately. Tasks that it still holds are below.')),
      unknownFilters(['first', 'sortBy', 'sortOrder'], this.query),
      h('h2', { class: 'apart', 'data-key': 'in hand' }, `In hand: ${counted(inHand.count, 'task')}`),
      table(this.#columns(), inHand.rows, { label: 'Tasks in hand', query: this.query, sorted: 'lockExpirationTime', none: 'It holds no task' }),
      pager(this.query, inHand.count),
    ];
  }

  #facts(worker) {
    return h('dl', { class: 'facts' },
      fact(worker.waiting ? 'Seen' : 'Silent for', age(worker.lastSeen)),
      fact('Completed', number(worker.completed)), fact('Failed', number(worker.failed)), fact('Lost locks', number(worker.lostLocks)),
      fact('Topics', h('span', { class: 'list' }, worker.topicNames.map((name) => h('a', { href: to(['topic', name]) }, name)))),
      fact('Address', worker.address ?? '–'), fact('Client', worker.userAgent ?? '–'), fact('Node', worker.node ?? '–'));
  }

  #columns() {
    return [
      { name: 'Instance', cell: ({ processInstanceId, businessKey }) => instanceLink(processInstanceId, businessKey) },
      { name: 'Topic', cell: ({ topicName }) => h('a', { href: to(['topic', topicName]) }, topicName) },
      { name: 'Activity', cell: ({ activityId }) => activityId },
      { name: 'Lock ends', sort: 'lockExpirationTime', cell: ({ lockExpirationTime }) => until(lockExpirationTime) },
      { name: 'Age', sort: 'createTime', cell: ({ createTime }) => age(createTime) },
      { name: 'Retries', right: true, cell: ({ retries }) => (retries == null ? '–' : number(retries)) },
      { name: 'Actions', unseen: true, cell: (task) => mayOperateTask(task) && h('button', { type: 'button', class: 'small', click: () => this.#unlock(task) }, 'Unlock…') },
    ];
  }

  async #unlock({ id, workerId, businessKey }) {
    await ask({
      title: `Unlock the task of ${businessKey ?? id}`, words: [`Worker '${workerId}' loses it; any worker can fetch it at once.`],
      request: () => unlock(id), yes: 'Unlock', done: 'The task is unlocked',
    });
    this.refresh();
  }
}

customElements.define('worker-page', WorkerPage);
export default WorkerPage;
