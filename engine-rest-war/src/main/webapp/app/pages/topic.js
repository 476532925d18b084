/** A topic: how it is, its tasks by a filter, and what can be done with all that the filter finds. */
import { changeQuery, to } from '../address.js';
import { countTasks, externalTasks, forEachTask, queryOf, setPriority, setRetries, setRetriesOfAll, unlock } from '../api/external-tasks.js';
import { topics } from '../api/numbers.js';
import { ask } from '../parts/ask.js';
import '../parts/batch-progress.js';
import { h } from '../parts/dom.js';
import { Page } from '../parts/page.js';
import { pageOf, pager, table } from '../parts/table.js';
import { stateOf, taskState } from '../parts/task-state.js';
import { age } from '../parts/time.js';
import '../parts/topic-spark.js';
import { counted, endOfId, fact, instanceLink, number, rate } from '../parts/words.js';

const STATES = [['', 'All'], ['waiting', 'Waiting'], ['locked', 'In work'], ['exhausted', 'Stuck'], ['suspended', 'Suspended']];

class TopicPage extends Page {
  name() {
    return this.params.topicName;
  }

  async load(signal) {
    const query = await queryOf({ ...this.query, topic: this.params.topicName }, signal);
    const { sortBy = 'createTime', sortOrder = 'asc' } = this.query;
    const [all, { rows, count }] = await Promise.all([
      topics(signal),
      externalTasks(query, { ...pageOf(this.query), sortBy, sortOrder }, signal),
    ]);
    return { topic: all.find(({ topicName }) => topicName === this.params.topicName), rows, count, query };
  }

  view({ topic, rows, count, query }) {
    const { topicName } = this.params;
    return [
      h('header', { class: 'head', 'data-key': 'head' }, h('p', { class: 'kicker' }, 'Topic'), h('h1', {}, topicName)),
      topic?.nobodyPollsSince && h('div', { class: 'alarms', 'data-key': 'alarm' }, h('p', { class: 'alarm' },
        'Nobody polls: ', counted(topic.waiting, 'task'), topic.waiting === 1 ? ' waits, for ' : ' wait, for ', age(topic.nobodyPollsSince))),
      h('section', { class: 'panel topic', 'aria-label': 'Numbers', 'data-key': 'numbers' }, this.#numbers(topic),
        topic && h('topic-spark', { '.topic': topicName })),
      this.query.batch && h('section', { class: 'panel batch', 'aria-label': 'Batch', 'data-key': `batch ${this.query.batch}` },
        h('batch-progress', { '.batch': this.query.batch, ended: () => this.refresh() }),
        h('a', { href: to(['topic', topicName], { ...this.query, batch: null }) }, 'Close')),
      this.#states(),
      this.#filters(),
      h('div', { class: 'bulk', 'data-key': 'bulk' }, h('p', { 'data-testid': 'found' }, counted(count, 'task')), this.#bulk(query, count)),
      table(this.#columns(), rows, { label: 'Tasks', query: this.query, sorted: 'createTime', none: 'The filter finds no task' }),
      pager(this.query, count),
    ];
  }

  #numbers(topic) {
    if (!topic) return h('p', { class: 'muted' }, 'No task of this topic is open, and nobody has fetched it lately.');
    return h('dl', { class: 'facts' },
      fact('Waiting', number(topic.waiting)), fact('In work', number(topic.locked)), fact('Stuck', number(topic.exhausted)),
      fact('Suspended', number(topic.suspended)), fact('Oldest waits for', age(topic.oldestWaiting)),
      fact('Workers', h('a', { href: to(['workers'], { topic: topic.topicName }) }, number(topic.workers))),
      fact('Requests that wait', number(topic.waitingRequests)),
      fact('In the last minute', `${rate(topic.createdPerMinute)} created, ${rate(topic.completedPerMinute)} completed, ${rate(topic.failedPerMinute)} failed, `,
        counted(topic.lockExpiredPerMinute, 'lock'), ' expired'));
  }

  #states() {
    const { state = '', ...rest } = this.query;
    return h('nav', { 'aria-label': 'State', 'data-key': 'states' }, h('ul', { class: 'choices' }, STATES.map(([key, words]) =>
      h('li', {}, h('a', { href: to(['topic', this.params.topicName], { ...rest, state: key, first: null }), 'aria-current': key === state && 'true' }, words)))));
  }

  #filters() {
    const input = (name, label, hint) => h('label', {}, label,
      h('input', { name, type: 'search', '.value': this.query[name] ?? '', placeholder: hint, autocomplete: 'off', change: filter }));
    return h('form', { class: 'filters', 'aria-label': 'Filter', 'data-key': 'filters', submit: (event) => event.preventDefault() },
      input('businessKey', 'Business key', 'a part of it'),
      input('definition', 'Process (key)', 'order'),
      input('worker', 'Worker', 'the whole id'),
      input('variables', 'Variables', 'amount > 100, customer = ACME'));
  }

  #bulk(query, count) {
    const open = (action) => () => this.#askForAll(action, query);
    // What is changed is what is shown.
    const none = count === 0 || this.isStale;
    return h('div', { class: 'buttons' },
      h('button', { type: 'button', disabled: none, click: open('retries'), 'data-testid': 'bulk-retries' }, 'Set retries…'),
      h('button', { type: 'button', disabled: none, click: open('unlock'), 'data-testid': 'bulk-unlock' }, 'Unlock…'),
      h('button', { type: 'button', disabled: none, click: open('priority'), 'data-testid': 'bulk-priority' }, 'Set priority…'));
  }

  /** Counts once more, because the number in the question is the one that is promised. */
  async #askForAll(action, query) {
    const tasks = counted(await countTasks(query), 'task');
    if (action === 'retries') {
      const answer = await ask({
        title: `Set the retries of ${tasks}`,
        words: ['All tasks that the filter finds now; a batch does it in the background. More than 0 ends their incidents.'],
        fields: [{ name: 'retries', label: 'Retries', type: 'number', value: 1, min: 0, required: true }],
        request: ({ retries }) => setRetriesOfAll(query, retries),
        yes: `Set retries of ${tasks}`,
      });
      if (answer) changeQuery({ batch: JSON.parse(answer).id });
      return;
    }
    const { words, fields, request } = EACH[action];
    await ask({
      title: `${words} ${tasks}`,
      words: [`One request for each task that the filter finds; the one below is the first kind of them. ${EACH[action].note}`],
      fields,
      request: (values) => request('ID', values),
      yes: `${words} ${tasks}`,
      done: `${tasks}: done`,
      run: ({ body }, progress, signal) => forEachTask(query, (id) => ({ ...request(id, {}), body }), progress, signal),
    });
    this.refresh();
  }

  #columns() {
    return [
      { name: 'Instance', cell: ({ processInstanceId, businessKey }) => instanceLink(processInstanceId, businessKey) },
      { name: 'Process', cell: ({ processDefinitionKey }) => processDefinitionKey },
      { name: 'Activity', cell: ({ activityId }) => activityId },
      { name: 'State', sort: 'lockExpirationTime', cell: taskState },
      { name: 'Retries', right: true, cell: ({ retries }) => (retries == null ? '–' : number(retries)) },
      { name: 'Age', sort: 'createTime', cell: ({ createTime }) => age(createTime) },
      { name: 'Priority', sort: 'taskPriority', right: true, cell: ({ priority }) => number(priority) },
      { name: 'Last failure', cell: ({ errorMessage }) => errorMessage ?? '' },
      { name: 'Task', cell: ({ id }) => h('span', { class: 'id', title: id }, endOfId(id)) },
      { name: 'Actions', unseen: true, cell: (task) => this.#actions(task) },
    ];
  }

  #actions(task) {
    const name = task.businessKey ?? endOfId(task.id);
    const act = async (question) => {
      await ask(question);
      this.refresh();
    };
    return h('div', { class: 'buttons' },
      stateOf(task) === 'stuck' && h('button', { type: 'button', class: 'small', click: () => act(retriesQuestion(task.id, name)) }, 'Retry…'),
      stateOf(task) === 'locked' && h('button', {
        type: 'button', class: 'small',
        click: () => act({
          title: `Unlock the task of ${name}`, words: [`Worker '${task.workerId}' loses it; any worker can fetch it at once.`],
          request: () => unlock(task.id), yes: 'Unlock', done: `The task of ${name} is unlocked`,
        }),
      }, 'Unlock…'));
  }
}

const EACH = {
  unlock: { words: 'Unlock', note: 'Workers that hold them lose them.', fields: [], request: (id) => unlock(id) },
  priority: {
    words: 'Set the priority of', note: '',
    fields: [{ name: 'priority', label: 'Priority', type: 'number', value: 50, required: true }],
    request: (id, { priority }) => setPriority(id, priority),
  },
};

/** The question before a task gets retries again. */
export function retriesQuestion(id, name) {
  return {
    title: `Retry the task of ${name}`,
    words: ['It gets retries again, its incident ends, and a worker can fetch it.'],
    fields: [{ name: 'retries', label: 'Retries', type: 'number', value: 1, min: 1, required: true }],
    request: ({ retries }) => setRetries(id, retries),
    yes: 'Set retries',
    done: `The task of ${name} can be fetched again`,
  };
}

function filter({ target: { name, value } }) {
  changeQuery({ [name]: value.trim(), first: null });
}

customElements.define('topic-page', TopicPage);
export default TopicPage;
