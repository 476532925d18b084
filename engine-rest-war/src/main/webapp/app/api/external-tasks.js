/** External tasks: which ones a filter finds, and what can be done with them. */
import { conditionsOf } from './conditions.js';
import { pathOf, post, send, withQuery } from './http.js';
import { idsWith } from './instance-names.js';
import { listed } from './lists.js';

const PART = 500;
const AT_ONCE = 4;

/** As the numbers of a topic count them: each task is in one of them. */
const states = {
  waiting: { notLocked: true, withRetriesLeft: true, active: true },
  locked: { locked: true, active: true },
  exhausted: { noRetriesLeft: true, active: true },
  suspended: { suspended: true },
};

/** The API's query for what the page's filter says; it has no condition for the business key, so instances come first. */
export async function queryOf({ topic, worker, state, definition, businessKey, variables }, signal) {
  const query = {
    topicName: topic,
    workerId: worker,
    processDefinitionKey: definition,
    ...states[state],
    processVariables: variables ? conditionsOf(variables) : undefined,
  };
  if (businessKey) query.processInstanceIdIn = await idsWith(businessKey, signal);
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value != null && value !== ''));
}

export const externalTasks = (query, part, signal) => listed('/external-task', query, part, signal);

export const countTasks = async (query, signal) => (await post('/external-task/count', query, signal)).count;

/** The stack trace of the last failure; empty if none was reported. */
export const errorDetails = (id, signal) => send({ method: 'GET', path: `${pathOf('external-task', id)}/errorDetails` }, signal);

export const setRetries = (id, retries) => ({ method: 'PUT', path: `${pathOf('external-task', id)}/retries`, body: { retries } });
export const unlock = (id) => ({ method: 'POST', path: `${pathOf('external-task', id)}/unlock` });
export const setPriority = (id, priority) => ({ method: 'PUT', path: `${pathOf('external-task', id)}/priority`, body: { priority } });
export const setRetriesOfAll = (query, retries) => ({ method: 'POST', path: '/external-task/retries-async', body: { retries, externalTaskQuery: query } });

/**
 * Sends a request for each task of a query, a few at once, because the API has none for all of them.
 *
 * @param {AbortSignal} signal stops it
 * @throws Error once all were tried, with what the first refusal said and how many there were
 */
export async function forEachTask(query, requestFor, progress, signal) {
  const ids = await idsOf(query);
  const problems = [];
  let done = 0;
  const next = async () => {
    for (let id = ids.pop(); id && !signal.aborted; id = ids.pop()) {
      await send(requestFor(id)).catch((problem) => problems.push(problem));
      done += 1;
      progress(done, done + ids.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  if (signal.aborted) throw new Error(`Stopped: ${done} were done, ${ids.length} were not`);
  if (problems.length > 0) throw new Error(`${problems.length} of ${done} were refused, the first because: ${problems[0].message}`);
}

async function idsOf(query) {
  const ids = [];
  for (let part = []; ids.length === 0 || part.length === PART;) {
    part = await post(withQuery('/external-task', { firstResult: ids.length, maxResults: PART }), query);
    if (part.length === 0) break;
    ids.push(...part.map(({ id }) => id));
  }
  return ids;
}
