/** A topic: how it is, its tasks by a filter, and what can be done with all that the filter finds. */
import { changeQuery, to } from '../address.js';
import { externalTasks } from '../api/external-tasks.js';
import { knownTopic } from '../api/numbers.js';
import { may, maySome } from '../api/settings.js';
import '../parts/batch-progress.js';
import { h } from '../parts/dom.js';
import { filterOf, listOutline, listTable, partOf } from '../parts/list.js';
import { say } from '../parts/messages.js';
import { Page } from '../parts/page.js';
import { pager } from '../parts/table.js';
import { age } from '../parts/time.js';
import '../parts/topic-spark.js';
import { counted, fact, number, rate } from '../parts/words.js';
import { bulkPriority, bulkRetries, bulkSuspend, bulkUnlock } from './topic/bulk.js';
import { listOf } from './topic/list.js';

class TopicPage extends Page {
  #undo = null;
  #endedBatch = null;

  name() {
    return this.params.topicName;
  }

  async load(signal) {
    const list = listOf(this.params.topicName);
    const query = await filterOf(list, this.query, signal);
    const [topic, { rows, count }] = await Promise.all([knownTopic(this.params.topicName, signal), externalTasks(query, partOf(list, this.query), signal)]);
    return { topic, rows, count, query };
  }

  view({ topic, rows, count, query }) {
    const { topicName } = this.params;
    const { batch } = this.query;
    const list = listOf(topicName);
    return [
      this.#head(),
      topic?.nobodyPollsSince && h('div', { class: 'alarms', 'data-key': 'alarm' }, h('p', { class: 'alarm' },
        'Nobody polls: ', counted(topic.waiting, 'task'), topic.waiting === 1 ? ' waits, for ' : ' wait, for ', age(topic.nobodyPollsSince))),
      h('section', { class: 'panel topic', 'aria-label': 'Numbers', 'data-key': 'numbers' }, this.#numbers(topic),
        topic && h('topic-spark', { '.topic': topicName })),
      batch && h('section', { class: 'panel batch', 'aria-label': 'Batch', 'data-key': `batch ${batch}` },
        h('batch-progress', { '.batch': batch, 'ended': () => this.#noteEnded(batch) }),
        h('a', { href: to(['topic', topicName], { ...this.query, batch: null }) }, 'Close')),
      this.#undo && this.#takeBack(),
      ...listOutline(list, this.query),
      h('div', { class: 'bulk', 'data-key': 'bulk' }, h('p', { 'data-testid': 'found' }, counted(count, 'task')), this.#bulk(query, count)),
      listTable(list, this.query, rows, () => this.refresh()),
      pager(this.query, count),
    ];
  }

  outline() {
    return [this.#head(), ...listOutline(listOf(this.params.topicName), this.query)];
  }

  #head() {
    return h('header', { class: 'head', 'data-key': 'head' }, h('p', { class: 'kicker' }, 'Topic'), h('h1', {}, this.params.topicName));
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

  #bulk(query, count) {
    const suspends = this.query.state !== 'suspended';
    // What is changed is what is shown.
    const none = count === 0 || this.isStale;
    const button = (name, words, action) => h('button', { 'type': 'button', 'disabled': none, 'data-testid': `bulk-${name}`, 'click': () => this.#do(action) }, words);
    const ofProcess = maySome('operate', 'process');
    const ofTask = ofProcess || may('operate', 'topic', this.params.topicName);
    return h('div', { class: 'buttons' },
      ofTask && button('retries', 'Set retries…', () => bulkRetries(query)),
      ofTask && button('unlock', 'Unlock…', () => bulkUnlock(query)),
      ofTask && button('priority', 'Set priority…', () => bulkPriority(query)),
      ofProcess && button('suspend', suspends ? 'Suspend…' : 'Activate…', () => bulkSuspend(query, suspends)));
  }

  async #do(action) {
    try {
      const done = await action();
      this.#undo = done ? done.undo ?? null : this.#undo;
      if (done?.batch) changeQuery({ batch: done.batch });
    } catch (problem) {
      say('bad', problem.message);
    }
    this.refresh();
  }

  #noteEnded(batch) {
    this.#endedBatch = batch;
    this.refresh();
  }

  #takeBack() {
    const { was, ask, batch } = this.#undo;
    const isDone = !batch || batch === this.#endedBatch;
    const forget = () => {
      this.#undo = null;
      this.refresh();
    };
    return h('section', { 'class': 'panel undo', 'aria-label': 'Undo', 'data-key': 'undo' }, h('p', { 'data-testid': 'was' }, `${was}.`),
      ask && !isDone && h('p', { class: 'hint' }, 'It can be undone once its batch has ended.'),
      h('div', { class: 'buttons' },
        ask && isDone && h('button', { 'type': 'button', 'data-testid': 'undo', 'click': async () => (await ask()) !== null && forget() }, 'Undo…'),
        h('button', { type: 'button', class: 'quiet', click: forget }, 'Close')));
  }
}

customElements.define('topic-page', TopicPage);
export default TopicPage;
