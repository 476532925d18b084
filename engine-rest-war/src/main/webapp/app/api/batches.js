/** Batches: those that run, with their progress, and those that have ended. */
import { get, pathOf } from './http.js';
import { listedByAddress } from './lists.js';

export const runningBatches = (filter, part, signal) => listedByAddress('/batch/statistics', filter, part, signal);

/** Running and ended batches; those that run have their progress. */
export async function pastBatches(filter, part, signal) {
  const { rows, count } = await listedByAddress('/history/batch', filter, part, signal);
  const progress = await Promise.all(rows.filter(({ endTime }) => !endTime)
    .map(({ id }) => get('/batch/statistics', { batchId: id }, signal)));
  const byId = new Map(progress.flat().map((batch) => [batch.id, batch]));
  return { rows: rows.map((row) => ({ ...row, ...byId.get(row.id) })), count };
}

/** What has failed in a batch; empty once it has ended. */
export const failuresOf = (id, part, signal) => listedByAddress(`${pathOf('batch', id)}/failures`, {}, part, signal);

/** Requests, which a dialog shows before it sends them. */
export const suspendBatch = (id, suspended) => ({ method: 'PUT', path: `${pathOf('batch', id)}/suspended`, body: { suspended } });
export const deleteBatch = (id) => ({ method: 'DELETE', path: pathOf('batch', id) });
export const retryBatch = (id) => ({ method: 'POST', path: `${pathOf('batch', id)}/retry` });
