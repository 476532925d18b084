/** Jobs in a table: when they are due, and what can be done with them. */
import { to } from '../address.js';
import { countJobs, jobStackTrace, runJob, setDueDate, setJobRetries, setRetriesOfJobs } from '../api/instances.js';
import { mayOperate, maySome } from '../api/settings.js';
import { ask } from './ask.js';
import { h } from './dom.js';
import { say } from './messages.js';
import './stack-trace.js';
import { fromWire, localTime, moment, toWire, until } from './time.js';
import { counted, endOfId, number } from './words.js';

/** The columns of a table of jobs; `refresh` is called after something was done. */
export function jobColumns(refresh) {
  const act = (question) => async () => {
    await ask(question());
    refresh();
  };
  return [
    { name: 'Job', sort: 'jobId', cell: ({ id }) => h('span', { class: 'id', title: id }, endOfId(id)) },
    { name: 'Due', sort: 'jobDueDate', cell: ({ dueDate }) => (dueDate ? [moment(dueDate), ', ', until(dueDate)] : 'at once') },
    { name: 'Retries', sort: 'jobRetries', right: true, cell: ({ retries, suspended }) => [number(retries), suspended && ' (suspended)'] },
    { name: 'Last failure', cell: ({ id, exceptionMessage }) => exceptionMessage && [h('span', { class: 'text' }, exceptionMessage), h('stack-trace', { '.ask': () => jobStackTrace(id) })] },
    { name: 'Actions', unseen: true, cell: (job) => mayOperate(job.processDefinitionKey) && h('div', { class: 'buttons' },
      h('button', { type: 'button', class: 'small', 'data-testid': 'run-job', click: act(() => runQuestion(job)) }, 'Run now…'),
      h('button', { type: 'button', class: 'small', click: act(() => moveQuestion(job)) }, 'Move…'),
      h('button', { type: 'button', class: 'small', click: act(() => retriesQuestion(job)) }, 'Retries…')) },
  ];
}

function runQuestion({ id }) {
  return { title: 'Run the job now', words: ['Whether or not it is due. If it fails, it costs a retry.'], request: () => runJob(id), yes: 'Run now', done: 'The job has run' };
}

function moveQuestion({ id, dueDate }) {
  return {
    title: 'Move the job', words: ['To a date and time of this computer. Empty is now.'],
    fields: [{ name: 'due', label: 'Due', type: 'datetime-local', value: dueDate ? localTime(fromWire(dueDate)) : '' }],
    request: ({ due }) => setDueDate(id, due ? toWire(new Date(due)) : null), yes: 'Move', done: 'The job is moved',
  };
}

function retriesQuestion({ id }) {
  return {
    title: 'Set the retries of the job', words: ['More than 0 ends its incident, and the engine runs it again when it is due.'],
    fields: [{ name: 'retries', label: 'Retries', type: 'number', value: 1, min: 0, required: true }],
    request: ({ retries }) => setJobRetries(id, retries), yes: 'Set retries', done: 'The job has its retries',
  };
}

/** Sets the retries of all jobs that a filter finds, and leads to the batch that does it. */
export function retriesOfAllButton(filter) {
  const setRetries = async () => {
    // The list may have an older count (api/seldom.js).
    const jobs = counted(await countJobs(filter), 'job');
    const answer = await ask({
      title: `Set the retries of ${jobs}`,
      words: ['All jobs that the filter finds now; a batch does it in the background. More than 0 ends their incidents.'],
      fields: [{ name: 'retries', label: 'Retries', type: 'number', value: 1, min: 0, required: true }],
      request: ({ retries }) => setRetriesOfJobs(filter, retries),
      yes: `Set retries of ${jobs}`,
    });
    if (answer) location.hash = to(['batches'], { batchId: JSON.parse(answer).id });
  };
  return maySome('operate', 'process') && h('button', { type: 'button', 'data-testid': 'bulk-retries', click: () => setRetries().catch((problem) => say('bad', problem.message)) }, 'Set retries of all…');
}
