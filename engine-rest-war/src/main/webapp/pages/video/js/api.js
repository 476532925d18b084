/** The engine's REST API, as much of it as this page needs. */
import { send } from './http.js';
import { settings } from './settings.js';

/** Deploys the process; the engine does nothing if it has exactly this model already. */
export async function deploy() {
  const model = await fetch('video.bpmn');
  if (!model.ok) throw new Error(`The model video.bpmn cannot be read: ${model.status}`);
  const form = new FormData();
  form.append('deployment-name', 'video');
  form.append('deployment-source', 'video page');
  form.append('enable-duplicate-filtering', 'true');
  form.append('video.bpmn', new Blob([await model.text()], { type: 'application/octet-stream' }), 'video.bpmn');
  return send('POST', 'deployment/create', { body: form });
}

export function start(video) {
  return send('POST', 'process-definition/key/video/start', { body: { variables: typed({ video }) } });
}

/** Waits at the server until there is a task of this topic, or until the waiting time is over. */
export function fetchAndLock(workerId, topicName, signal) {
  const topics = [{ topicName, lockDuration: settings.lockMs, processDefinitionKey: 'video' }];
  const body = { workerId, maxTasks: 1, usePriority: true, asyncResponseTimeout: settings.waitMs, topics };
  return send('POST', 'external-task/fetchAndLock', { body, signal, patienceMs: settings.waitMs + 10_000 });
}

export function complete(taskId, workerId, variables) {
  return send('POST', `external-task/${taskId}/complete`, { body: { workerId, variables: typed(variables) } });
}

export function failure(taskId, workerId, errorMessage, retries) {
  const body = { workerId, errorMessage, retries, retryTimeout: settings.retryMs };
  return send('POST', `external-task/${taskId}/failure`, { body });
}

export function extendLock(taskId, workerId) {
  const body = { workerId, newDuration: settings.lockMs };
  return send('POST', `external-task/${taskId}/extendLock`, { body });
}

/** How many tasks of a topic are `locked` or `notLocked`. */
export async function countTasks(topicName, which) {
  const query = new URLSearchParams({ processDefinitionKey: 'video', topicName, [which]: true });
  return (await send('GET', `external-task/count?${query}`)).body.count;
}

export async function countFinished() {
  const query = new URLSearchParams({ processDefinitionKey: 'video', finished: true });
  return (await send('GET', `history/process-instance/count?${query}`)).body.count;
}

function typed(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, type: 'String' }]));
}
