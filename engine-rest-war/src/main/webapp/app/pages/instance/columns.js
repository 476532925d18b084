/** Columns of the tables of one instance; those of whole lists are in parts/. */
import { h } from '../../parts/dom.js';
import { instanceState } from '../../parts/instance-state.js';
import { moment } from '../../parts/time.js';
import { userTaskButtons } from '../../parts/user-tasks.js';
import { instanceLink, number } from '../../parts/words.js';

export const userTaskColumns = (refresh) => [
  { name: 'Task', cell: ({ name, taskDefinitionKey }) => h('b', {}, name ?? taskDefinitionKey) },
  { name: 'Assignee', cell: ({ assignee }) => assignee ?? h('span', { class: 'none' }, 'nobody') },
  { name: 'Created', cell: ({ created }) => moment(created) },
  { name: 'Due', cell: ({ due }) => moment(due) },
  { name: 'Priority', right: true, cell: ({ priority }) => number(priority) },
  { name: 'Actions', unseen: true, cell: (task) => userTaskButtons(task, refresh) },
];

export const calledColumns = [
  { name: 'Instance', cell: ({ id, businessKey }) => instanceLink(id, businessKey) },
  { name: 'Process', cell: ({ processDefinitionName, processDefinitionKey }) => processDefinitionName ?? processDefinitionKey },
  { name: 'State', cell: (instance) => instanceState(instance) },
  { name: 'Started', cell: ({ startTime }) => moment(startTime) },
];

export const endedColumns = [
  { name: 'What', cell: ({ incidentType, activityId }) => `${incidentType} at ${activityId}` },
  { name: 'Message', cell: ({ incidentMessage }) => incidentMessage ?? '' },
  { name: 'From', cell: ({ createTime }) => moment(createTime) },
  { name: 'Until', cell: ({ endTime }) => moment(endTime) },
];

export function withoutSorting(columns) {
  return columns.map(({ sort, ...column }) => column);
}
