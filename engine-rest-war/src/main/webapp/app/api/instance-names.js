/** Instances of the rows of other lists: only instances have a business key. */
import { post, withQuery } from './http.js';

const MOST = 1_000;

/** Gives each row the instance that it belongs to, as history knows it, as its `instance`. */
export async function withInstances(rows, signal) {
  const ids = [...new Set(rows.map(({ processInstanceId }) => processInstanceId).filter(Boolean))];
  if (ids.length === 0) return rows;
  const instances = await post(withQuery('/history/process-instance', { maxResults: ids.length }), { processInstanceIds: ids }, signal);
  const byId = new Map(instances.map((instance) => [instance.id, instance]));
  return rows.map((row) => ({ ...row, instance: byId.get(row.processInstanceId) }));
}

/**
 * The ids of running instances with a part of their business key, for lists that have no filter for it.
 *
 * @throws Error if there are too many to name them all
 */
export async function idsWith(businessKey, signal) {
  const instances = await post(withQuery('/process-instance', { maxResults: MOST + 1 }), { businessKeyLike: `%${businessKey}%` }, signal);
  if (instances.length > MOST) {
    throw new Error(`More than ${MOST} instances have '${businessKey}' in their business key: write more of it`);
  }
  return instances.length === 0 ? ['none'] : instances.map(({ id }) => id);
}
