/** External tasks: which ones a filter finds, and what can be done with them. */
import { get, pathOf, post, send, withQuery } from './http.js';
import { listed } from './lists.js';

const PART = 500;
const OVERLAP = 100;
const AT_ONCE = 4;

export const externalTasks = (query, part, signal) => listed('/external-task', query, part, signal);

export const countTasks = async (query, signal) => (await post('/external-task/count', query, signal)).count;

/** What happened to the locks of a task, as far as that is written down. */
export const leaseEventsOf = (id) => get('/history/external-task-lease-log', { externalTaskId: id });

/** The stack trace of the last failure; empty if none was reported. */
export const errorDetails = (id, signal) => send({ method: 'GET', path: `${pathOf('external-task', id)}/errorDetails` }, signal);

export const setRetries = (id, retries) => ({ method: 'PUT', path: `${pathOf('external-task', id)}/retries`, body: { retries } });
export const unlock = (id) => ({ method: 'POST', path: `${pathOf('external-task', id)}/unlock` });
export const setPriority = (id, priority) => ({ method: 'PUT', path: `${pathOf('external-task', id)}/priority`, body: { priority } });
export const setRetriesOfAll = (query, retries) => ({ method: 'POST', path: '/external-task/retries-async', body: { retries, externalTaskQuery: query } });
export const setRetriesOf = (ids, retries) => ({ method: 'POST', path: '/external-task/retries-async', body: { retries, externalTaskIds: ids } });
export const suspendInstances = (ids, suspended) => ({ method: 'PUT', path: '/process-instance/suspended', body: { suspended, processInstanceIds: ids } });

/**
 * Sends a request for each of some things, a few at once, because the API has none for all of them.
 *
 * @param {Function} requestFor the request for one of them
 * @param {AbortSignal} signal stops it
 * @returns {Promise<number>} how many were sent
 * @throws Error once all were tried, with what the first refusal said and how many there were
 */
export async function sendForEach(all, requestFor, progress, signal) {
  const left = [...all];
  const problems = [];
  let done = 0;
  const next = async () => {
    while (left.length > 0 && !signal.aborted) {
      await send(requestFor(left.pop())).catch((problem) => problems.push(problem));
      done += 1;
      progress(done, done + left.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  if (signal.aborted) throw new Error(`Stopped: ${done} were done, ${left.length} were not`);
  if (problems.length > 0) throw new Error(`${problems.length} of ${done} were refused, the first because: ${problems[0].message}`);
  return done;
}

/** All tasks that a query finds, with what can be set of them; at most some, and a part. */
export async function allTasks(query, signal, most = Infinity) {
  const found = new Map();
  let first = 0;
  let isLast = false;
  while (!isLast && found.size < most) {
    const part = await post(withQuery('/external-task', { firstResult: first, maxResults: PART }), { ...query, sorting: [{ sortBy: 'id', sortOrder: 'asc' }] }, signal);
    // Tasks that workers complete meanwhile move the others forward: only a part that begins among those that are known has left none out.
    if (first > 0 && !part.some(({ id }) => found.has(id))) {
      first = Math.max(0, first - PART);
    } else {
      for (const task of part) found.set(task.id, settable(task));
      isLast = part.length < PART;
      first += PART - OVERLAP;
    }
  }
  return [...found.values()];
}

/** Those of some tasks that are still open, as they are now. */
export async function tasksWith(ids, signal) {
  const tasks = [];
  for (let i = 0; i < ids.length; i += PART) {
    tasks.push(...await post(withQuery('/external-task', { maxResults: PART }), { externalTaskIdIn: ids.slice(i, i + PART) }, signal));
  }
  return tasks.map(settable);
}

/** Those of some instances that are suspended now, or active. */
export async function instancesThatAre(suspended, ids, signal) {
  const found = [];
  for (let i = 0; i < ids.length; i += PART) {
    const filter = { processInstanceIds: ids.slice(i, i + PART), [suspended ? 'suspended' : 'active']: true };
    found.push(...await post(withQuery('/process-instance', { maxResults: PART }), filter, signal));
  }
  return found.map(({ id }) => id);
}

const settable = ({ id, processInstanceId, priority, retries, suspended }) => ({ id, processInstanceId, priority, retries, suspended });
