/** Batches, with their progress; one of them with what has failed in it. */
import { to } from '../address.js';
import { deleteBatch, failuresOf, pastBatches, retryBatch, runningBatches, suspendBatch } from '../api/batches.js';
import { mayAll, user } from '../api/settings.js';
import { ask } from '../parts/ask.js';
import { h } from '../parts/dom.js';
import { filterOf, listHead, listOutline, listView, partOf, textField } from '../parts/list.js';
import { Page } from '../parts/page.js';
import { pageOf, table } from '../parts/table.js';
import { moment } from '../parts/time.js';
import { counted, endOfId, number } from '../parts/words.js';

const MOST_FAILURES = 50;

const TYPES = {
  'set-external-task-retries': 'Retries of external tasks',
  'set-job-retries': 'Retries of jobs',
  'instance-deletion': 'Deletion of instances',
  'historic-instance-deletion': 'Deletion from history',
  'history-cleanup': 'Clean-up of history',
};

const list = {
  title: 'Batches', one: 'batch', many: 'batches',
  states: { '': ['Running', {}], failures: ['With failures', { withFailures: true }], suspended: ['Suspended', { suspended: true }], ended: ['Ended', { completed: true }], all: ['All', {}] },
  fields: [
    textField('type', 'Type', 'type', 'instance-deletion'),
    { ...textField('batchId', 'Batch', 'batchId'), chip: true },
  ],
  columns: (refresh) => [
    { name: 'Batch', cell: ({ id, type }) => h('a', { href: to(['batches'], { batchId: id, state: 'all' }), title: id }, TYPES[type] ?? type) },
    { name: 'Progress', cell: progress },
    { name: 'State', cell: state },
    { name: 'Started', sort: 'startTime', cell: ({ startTime }) => moment(startTime) },
    { name: 'Ended', cell: ({ endTime }) => moment(endTime) },
    { name: 'Id', sort: 'batchId', cell: ({ id }) => h('span', { class: 'id', title: id }, endOfId(id)) },
    { name: 'Actions', unseen: true, cell: (batch) => !batch.endTime && maySteer(batch) && actions(batch, refresh) },
  ],
  sorted: 'startTime', order: 'desc', none: 'The filter finds no batch',
};

class BatchesPage extends Page {
  name() {
    return list.title;
  }

  async load(signal) {
    const query = this.#query();
    const load = ['ended', 'all'].includes(query.state) ? pastBatches : runningBatches;
    const data = await load(await filterOf(list, query, signal), partOf(list, query), signal);
    const failed = query.batchId && data.rows.some(({ failedJobs }) => failedJobs > 0);
    return { ...data, failures: failed ? await failuresOf(query.batchId, pageOf({}, MOST_FAILURES), signal) : null };
  }

  /** Who names a batch wants it whether or not it has ended. */
  #query() {
    return this.query.batchId ? { state: 'all', ...this.query } : this.query;
  }

  outline() {
    return [listHead(list), ...listOutline(list, this.#query())];
  }

  view(data) {
    return [
      listHead(list, data.count),
      ...listView(list, this.#query(), data, () => this.refresh()),
      data.failures && h('section', { 'data-key': 'failures' },
        h('h2', { class: 'apart' }, counted(data.failures.count, 'failure'), data.failures.count > MOST_FAILURES && `; the first ${MOST_FAILURES}`),
        table(failureColumns, data.failures.rows, { label: 'Failures' })),
    ];
  }
}

const failureColumns = [
  { name: 'Of', cell: ({ elementId }) => h('a', { href: to(['find', elementId]), class: 'id' }, elementId) },
  { name: 'Message', cell: ({ message }) => h('span', { class: 'text' }, message) },
  { name: 'When', cell: ({ failureTime }) => moment(failureTime) },
];

function progress({ totalJobs, completedJobs, failedJobs, endTime }) {
  if (endTime || completedJobs == null) return counted(totalJobs, 'element');
  return h('div', { class: 'batch-bar' },
    h('progress', { max: Math.max(1, totalJobs), value: completedJobs, 'aria-label': `${completedJobs} of ${totalJobs}` }),
    h('span', {}, `${number(completedJobs)} of ${number(totalJobs)}`, failedJobs > 0 && h('span', { class: 'badly' }, `, ${number(failedJobs)} failed`)));
}

function state({ suspended, endTime, failedJobs, remainingJobs }) {
  if (endTime) return h('span', { class: 'state idle' }, 'ended');
  if (suspended) return h('span', { class: 'state quiet' }, 'suspended');
  return failedJobs > 0 && failedJobs === remainingJobs ? h('span', { class: 'state stuck' }, 'waits for a retry') : h('span', { class: 'state work' }, 'runs');
}

// Of others one sees batches only if one may read all processes.
function maySteer({ createUserId }) {
  return mayAll('operate', 'process') || !mayAll('read', 'process') || createUserId === user();
}

function actions(batch, refresh) {
  const act = (question) => async () => {
    await ask(question);
    refresh();
  };
  return h('div', { class: 'buttons' },
    batch.failedJobs > 0 && h('button', { type: 'button', class: 'small', 'data-testid': 'retry-batch', click: act(retryQuestion(batch)) }, 'Retry…'),
    h('button', { type: 'button', class: 'small', 'data-testid': 'suspend-batch', click: act(suspendQuestion(batch)) }, batch.suspended ? 'Activate…' : 'Suspend…'),
    h('button', { type: 'button', class: 'small', 'data-testid': 'delete-batch', click: act(deleteQuestion(batch)) }, 'Delete…'));
}

function retryQuestion({ id, failedJobs }) {
  return { title: `Retry ${counted(failedJobs, 'element')}`, words: ['All that have failed are done again.'], request: () => retryBatch(id), yes: 'Retry', done: 'The batch goes on' };
}

function suspendQuestion({ id, suspended }) {
  return suspended
    ? { title: 'Activate the batch', request: () => suspendBatch(id, false), yes: 'Activate', done: 'The batch goes on' }
    : { title: 'Suspend the batch', words: ['It stops within about fifty elements.'], request: () => suspendBatch(id, true), yes: 'Suspend', done: 'The batch is suspended' };
}

function deleteQuestion({ id, remainingJobs }) {
  return {
    title: 'Delete the batch', bad: true, yes: 'Delete this batch', done: 'The batch is deleted',
    words: [`${counted(remainingJobs, 'element')} will not be done. What it has done stays.`], request: () => deleteBatch(id),
  };
}

customElements.define('batches-page', BatchesPage);
export default BatchesPage;
