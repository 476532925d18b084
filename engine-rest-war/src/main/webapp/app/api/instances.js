/** One process instance, and all that is around it. Lists, because what has ended is no fault. */
import { get, parsed, pathOf, post, send } from './http.js';

const MOST = 200;

/** The instance as history knows it, running or ended. */
export async function instanceOf(id, signal) {
  const [found] = await get('/history/process-instance', { processInstanceId: id }, signal);
  if (!found) throw new Error(`There is no instance with the id '${id}', running or ended`);
  return found;
}

export const isRunning = ({ state }) => state === 'ACTIVE' || state === 'SUSPENDED';

const models = new Map();

/** The model of a definition; it never changes. */
export async function modelOf(definitionId, signal) {
  if (!models.has(definitionId)) {
    models.set(definitionId, (await get(`${pathOf('process-definition', definitionId)}/xml`, {}, signal)).bpmn20Xml);
  }
  return models.get(definitionId);
}

export const tokensOf = (id, signal) => get(`${pathOf('process-instance', id)}/activity-instances`, {}, signal);
export const incidentsOf = (id, signal) => get('/incident', { processInstanceId: id, maxResults: MOST }, signal);
export const externalTasksOf = (id, signal) => get('/external-task', { processInstanceId: id, maxResults: MOST }, signal);
export const jobsOf = (id, signal) => get('/job', { processInstanceId: id, maxResults: MOST }, signal);
export const userTasksOf = (id, signal) => get('/task', { processInstanceId: id, maxResults: MOST }, signal);
export const subscriptionsOf = (id, signal) => get('/event-subscription', { processInstanceId: id, maxResults: MOST }, signal);
/** The instance that has called this one; undefined if none has, or if it was removed from history. */
export async function callerOf({ superProcessInstanceId }, signal) {
  if (!superProcessInstanceId) return undefined;
  const [found] = await get('/history/process-instance', { processInstanceId: superProcessInstanceId }, signal);
  return found;
}

export const calledBy = (id, signal) => get('/history/process-instance', { superProcessInstanceId: id, maxResults: MOST }, signal);

export const pastIncidentsOf = (id, signal) => get('/history/incident',
  { processInstanceId: id, sortBy: 'createTime', sortOrder: 'desc', maxResults: MOST }, signal);

/** What has happened, in order: activities, and the log of external tasks. */
export const activitiesOf = (id, part, signal) => get('/history/activity-instance',
  { processInstanceId: id, sortBy: 'occurrence', sortOrder: 'asc', ...part }, signal);
export const countActivities = async (id, signal) => (await get('/history/activity-instance/count', { processInstanceId: id }, signal)).count;
export const taskLogOf = (id, signal) => get('/history/external-task-log',
  { processInstanceId: id, sortBy: 'timestamp', sortOrder: 'asc', maxResults: MOST }, signal);

/** Variables with their values as the engine has them; of an ended instance those of history. */
export function variablesOf(instance, part, signal) {
  const filter = { sortBy: 'variableName', sortOrder: 'asc', deserializeValues: 'false', ...part };
  return isRunning(instance)
    ? get('/variable-instance', { processInstanceIdIn: instance.id, ...filter }, signal)
    : get('/history/variable-instance', { processInstanceId: instance.id, ...filter }, signal);
}

export async function countVariables(instance, signal) {
  const answer = isRunning(instance)
    ? await get('/variable-instance/count', { processInstanceIdIn: instance.id }, signal)
    : await get('/history/variable-instance/count', { processInstanceId: instance.id }, signal);
  return answer.count;
}

export const countJobs = async (query, signal) => (await post('/job/count', query, signal)).count;
export const jobStackTrace = (id, signal) => send({ method: 'GET', path: `${pathOf('job', id)}/stacktrace` }, signal);

/** Requests, which a dialog shows before it sends them. */
export const cancelInstance = (id) => ({ method: 'DELETE', path: pathOf('process-instance', id) });
export const suspendInstance = (id, suspended) => ({ method: 'PUT', path: `${pathOf('process-instance', id)}/suspended`, body: { suspended } });
export const modifyInstance = (id, instructions, skipIoMappings) => ({
  method: 'POST', path: `${pathOf('process-instance', id)}/modification`, body: { instructions, skipIoMappings: skipIoMappings || undefined },
});
export const setVariable = (executionId, name, value) => ({ method: 'PUT', path: pathOf('execution', executionId, 'localVariables', name), body: value });
export const runJob = (id) => ({ method: 'POST', path: `${pathOf('job', id)}/execute`, body: {} });
export const setJobRetries = (id, retries) => ({ method: 'PUT', path: `${pathOf('job', id)}/retries`, body: { retries } });
export const setRetriesOfJobs = (query, retries) => ({ method: 'POST', path: '/job/retries', body: { retries, jobQuery: query } });
export const setDueDate = (id, duedate) => ({ method: 'PUT', path: `${pathOf('job', id)}/duedate`, body: { duedate } });
export const claimTask = (id, userId) => ({ method: 'POST', path: `${pathOf('task', id)}/claim`, body: { userId } });
export const unclaimTask = (id) => ({ method: 'POST', path: `${pathOf('task', id)}/unclaim` });
export const completeTask = (id, variables) => ({ method: 'POST', path: `${pathOf('task', id)}/complete`, body: { variables } });
export const resolveIncident = (id) => ({ method: 'DELETE', path: pathOf('incident', id) });

/** Reads the JSON that a person has written, or says what is wrong with it. */
export function readJson(text) {
  try {
    return parsed(text);
  } catch (problem) {
    throw new Error(`This is not JSON: ${problem.message}`);
  }
}
