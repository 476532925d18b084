/** Looks an id up in each list that has ids. Lists, because an id that is not there is no fault. */
import { get } from './http.js';
import { topics, workers } from './numbers.js';

const MOST_OF_A_KIND = 20;

/** What a text names: `{ kind, name, parts, query }`, of which the last two are an address. */
export async function findings(text, signal) {
  const kinds = await Promise.all(lookups(text).map(async ([path, filter, finding]) => {
    const rows = await get(path, { ...filter, maxResults: MOST_OF_A_KIND }, signal);
    return rows.map(finding);
  }));
  const [allTopics, allWorkers] = await Promise.all([topics(signal), workers(signal)]);
  const found = [
    ...kinds.flat(),
    ...allTopics.filter(({ topicName }) => topicName === text)
      .map(({ topicName }) => ({ kind: 'Topic', name: topicName, parts: ['topic', topicName] })),
    ...allWorkers.filter(({ workerId }) => workerId === text)
      .map(({ workerId }) => ({ kind: 'Worker', name: workerId, parts: ['worker', workerId] })),
  ];
  return found.filter(({ parts }, i) => parts.every(Boolean)
    && found.findIndex((earlier) => earlier.parts.join('/') === parts.join('/')) === i);
}

function lookups(text) {
  return [
    ['/history/process-instance', { processInstanceId: text }, instance('Instance', ({ id }) => id)],
    ['/history/process-instance', { processInstanceBusinessKey: text }, instance('Instance with this business key', ({ id }) => id)],
    ['/external-task', { externalTaskId: text }, instance('External task', inInstance, 'waits')],
    ['/external-task', { executionId: text }, instance('Execution', inInstance, 'waits')],
    ['/task', { taskId: text }, instance('User task', inInstance, 'tasks')],
    ['/job', { jobId: text }, instance('Job', inInstance, 'jobs')],
    ['/incident', { incidentId: text }, instance('Incident', inInstance, 'incidents')],
    ['/history/incident', { incidentId: text }, instance('Incident', inInstance, 'incidents')],
    ['/history/activity-instance', { activityInstanceId: text }, instance('Activity instance', inInstance, 'course')],
    ['/history/external-task-log', { externalTaskId: text }, instance('Log of an external task', inInstance, 'course')],
    ['/variable-instance', { variableScopeIdIn: text }, instance('Scope of variables', inInstance, 'variables')],
    ['/process-definition', { processDefinitionId: text }, definition],
    ['/process-definition', { key: text, latestVersion: true }, definition],
    ['/process-definition', { deploymentId: text }, definition],
    ['/batch', { batchId: text }, ({ id }) => ({ kind: 'Batch', name: id, parts: ['batches'], query: { batchId: id } })],
    ['/history/batch', { batchId: text }, ({ id }) => ({ kind: 'Batch', name: id, parts: ['batches'], query: { batchId: id } })],
  ];
}

function instance(kind, idOf, tab) {
  return (row) => ({
    kind,
    name: row.activityName ?? row.name ?? row.processDefinitionName ?? row.activityId ?? '',
    parts: ['instance', idOf(row)],
    query: { tab },
  });
}

function inInstance({ processInstanceId }) {
  return processInstanceId;
}

function definition({ id, key, name, version }) {
  return { kind: 'Process', name: `${name ?? key}, version ${version}`, parts: ['process', id] };
}
