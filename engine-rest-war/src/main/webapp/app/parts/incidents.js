/** Incidents in a table, each with its stack trace and the click that repairs it. */
import { to } from '../address.js';
import { errorDetails, setRetries } from '../api/external-tasks.js';
import { jobStackTrace, resolveIncident, setJobRetries } from '../api/instances.js';
import { mayOperateById, maySome } from '../api/settings.js';
import { ask } from './ask.js';
import { h } from './dom.js';
import './stack-trace.js';
import { age } from './time.js';

const KINDS = { failedExternalTask: 'External task failed', failedJob: 'Job failed' };

/** The columns of a table of open incidents; `refresh` is called after a repair. */
export function incidentColumns(refresh) {
  return [
    { name: 'What', sort: 'incidentType', cell: (incident) => [h('b', { class: 'state stuck' }, KINDS[incident.incidentType] ?? incident.incidentType), ' at ', incident.activityId] },
    { name: 'Message', sort: 'incidentMessage', cell: messageAndTrace },
    { name: 'Since', sort: 'incidentTimestamp', cell: ({ incidentTimestamp }) => age(incidentTimestamp) },
    { name: 'Actions', unseen: true, cell: (incident) => mayRepair(incident) && repairButton(incident, refresh) },
  ];
}

function messageAndTrace({ incidentType, incidentMessage, configuration, id, rootCauseIncidentId }) {
  return [
    h('span', { class: 'text' }, incidentMessage ?? 'No message'),
    configuration && incidentType === 'failedExternalTask' && h('stack-trace', { '.ask': () => errorDetails(configuration) }),
    configuration && incidentType === 'failedJob' && h('stack-trace', { '.ask': () => jobStackTrace(configuration) }),
    rootCauseIncidentId && rootCauseIncidentId !== id && h('p', {}, h('a', { href: to(['find', rootCauseIncidentId]) }, 'It comes from a called instance')),
  ];
}

// The topic of its task is not known here.
function mayRepair({ incidentType, processDefinitionId }) {
  return mayOperateById(processDefinitionId) || (incidentType === 'failedExternalTask' && maySome('operate', 'topic'));
}

function repairButton(incident, refresh) {
  const question = repairOf(incident);
  return h('button', {
    type: 'button', class: 'small', 'data-testid': 'repair',
    click: async () => {
      await ask(question);
      refresh();
    },
  }, question.yes, '…');
}

/** The question before an incident is repaired: new retries for what failed, or its removal. */
export function repairOf({ id, incidentType, configuration, activityId }) {
  const retries = { name: 'retries', label: 'Retries', type: 'number', value: 1, min: 1, required: true };
  if (incidentType === 'failedExternalTask' && configuration) {
    return {
      title: `Retry the task at ${activityId}`, words: ['The incident ends, and a worker can fetch the task again.'], fields: [retries],
      request: (values) => setRetries(configuration, values.retries), yes: 'Retry', done: 'The task can be fetched again',
    };
  }
  if (incidentType === 'failedJob' && configuration) {
    return {
      title: `Retry the job at ${activityId}`, words: ['The incident ends, and the engine runs the job again.'], fields: [retries],
      request: (values) => setJobRetries(configuration, values.retries), yes: 'Retry', done: 'The job runs again',
    };
  }
  return {
    title: `Resolve the incident at ${activityId}`, words: ['It is removed; what caused it is not changed.'],
    request: () => resolveIncident(id), yes: 'Resolve', done: 'The incident is resolved',
  };
}
