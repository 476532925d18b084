/** Open user tasks of all instances. */
import { withInstances } from '../api/instance-names.js';
import { h } from '../parts/dom.js';
import { listPage, partField, textField, timeField } from '../parts/list.js';
import { instanceColumn, processColumn } from '../parts/of-instance.js';
import { moment, until } from '../parts/time.js';
import { userTaskButtons } from '../parts/user-tasks.js';
import { number } from '../parts/words.js';

export default listPage('tasks-page', {
  title: 'User tasks', one: 'open task',
  path: '/task', complete: withInstances,
  states: {
    '': ['All', {}],
    unclaimed: ['Unclaimed', { unassigned: true }],
    claimed: ['Claimed', { assigned: true }],
    suspended: ['Suspended', { suspended: true }],
  },
  fields: [
    partField('name', 'Task', 'nameLike', 'a part of its name'),
    partField('businessKey', 'Business key', 'processInstanceBusinessKeyLike'),
    textField('definition', 'Process (key)', 'processDefinitionKey', 'order'),
    textField('assignee', 'Assignee', 'assignee', 'mary'),
    textField('group', 'Candidate group', 'candidateGroup', 'sales'),
    timeField('due', 'Due before', 'dueBefore'),
    { ...textField('task', 'Task', 'taskId'), chip: true },
  ],
  columns: (refresh) => [
    { name: 'Task', sort: 'name', cell: ({ name, taskDefinitionKey }) => h('b', {}, name ?? taskDefinitionKey) },
    instanceColumn('tasks'),
    processColumn,
    { name: 'Assignee', sort: 'assignee', cell: ({ assignee, suspended }) => [assignee ?? h('span', { class: 'none' }, 'nobody'), suspended && ' (suspended)'] },
    { name: 'Created', sort: 'created', cell: ({ created }) => moment(created) },
    { name: 'Due', sort: 'dueDate', cell: ({ due }) => (due ? [moment(due), ', ', until(due)] : moment(due)) },
    { name: 'Priority', sort: 'priority', right: true, cell: ({ priority }) => number(priority) },
    { name: 'Actions', unseen: true, cell: (task) => userTaskButtons(task, refresh) },
  ],
  sorted: 'created', order: 'desc', none: 'The filter finds no open task',
});
