/** The list of the tasks of a topic, for parts/list.js. */
import { conditionsOf } from '../../api/conditions.js';
import { setRetries, unlock } from '../../api/external-tasks.js';
import { idsWith } from '../../api/instance-names.js';
import { mayOperateTask } from '../../api/settings.js';
import { ageField } from '../../parts/age-field.js';
import { ask } from '../../parts/ask.js';
import { h } from '../../parts/dom.js';
import { textField } from '../../parts/list.js';
import { stateOf, taskState } from '../../parts/task-state.js';
import { age } from '../../parts/time.js';
import { endOfId, instanceLink, number } from '../../parts/words.js';

export const listOf = (topicName) => ({
  title: 'Tasks',
  path: '/external-task', base: { topicName },
  // As the numbers of a topic count them: each task is in one of them.
  states: {
    '': ['All', {}],
    'waiting': ['Waiting', { notLocked: true, withRetriesLeft: true, active: true }],
    'locked': ['In work', { locked: true, active: true }],
    'exhausted': ['Stuck', { noRetriesLeft: true, active: true }],
    'suspended': ['Suspended', { suspended: true }],
  },
  fields: [
    { name: 'businessKey', label: 'Business key', hint: 'a part of it', filter: async (text, query, signal) => ({ processInstanceIdIn: await idsWith(text, signal) }) },
    textField('definition', 'Process (key)', 'processDefinitionKey', 'order'),
    textField('worker', 'Worker', 'workerId', 'the whole id'),
    ageField('older', 'Older than', 'createdBefore'),
    ageField('younger', 'Younger than', 'createdAfter'),
    { name: 'variables', label: 'Variables', hint: 'amount > 100, customer = ACME', filter: (text) => ({ processVariables: conditionsOf(text) }) },
  ],
  others: ['batch'],
  columns: (refresh) => [
    { name: 'Instance', cell: ({ processInstanceId, businessKey }) => instanceLink(processInstanceId, businessKey) },
    { name: 'Process', cell: ({ processDefinitionKey }) => processDefinitionKey },
    { name: 'Activity', cell: ({ activityId }) => activityId },
    { name: 'State', sort: 'lockExpirationTime', cell: taskState },
    { name: 'Retries', right: true, cell: ({ retries }) => (retries == null ? '–' : number(retries)) },
    { name: 'Age', sort: 'createTime', cell: ({ createTime }) => age(createTime) },
    { name: 'Priority', sort: 'taskPriority', right: true, cell: ({ priority }) => number(priority) },
    { name: 'Last failure', cell: ({ errorMessage }) => errorMessage ?? '' },
    { name: 'Task', cell: ({ id }) => h('span', { class: 'id', title: id }, endOfId(id)) },
    { name: 'Actions', unseen: true, cell: (task) => mayOperateTask(task) && actions(task, refresh) },
  ],
  sorted: 'createTime', none: 'The filter finds no task',
});

function actions(task, refresh) {
  const name = task.businessKey ?? endOfId(task.id);
  const button = (words, question) => h('button', {
    type: 'button', class: 'small',
    click: async () => {
      await ask(question);
      refresh();
    },
  }, words);
  return h('div', { class: 'buttons' },
    stateOf(task) === 'stuck' && button('Retry…', retriesQuestion(task.id, name)),
    stateOf(task) === 'locked' && button('Unlock…', {
      title: `Unlock the task of ${name}`, words: [`Worker '${task.workerId}' loses it; any worker can fetch it at once.`],
      request: () => unlock(task.id), yes: 'Unlock', done: `The task of ${name} is unlocked`,
    }));
}

/** The question before a task gets retries again. */
function retriesQuestion(id, name) {
  return {
    title: `Retry the task of ${name}`,
    words: ['It gets retries again, its incident ends, and a worker can fetch it.'],
    fields: [{ name: 'retries', label: 'Retries', type: 'number', value: 1, min: 1, required: true }],
    request: ({ retries }) => setRetries(id, retries),
    yes: 'Set retries',
    done: `The task of ${name} can be fetched again`,
  };
}
