/** Lists of the engine: what a filter finds, a part of it and how much it is in all. */
import { get, parsed, post, withQuery, written } from './http.js';
import { seldom } from './seldom.js';

const countByBody = seldom((key, signal) => {
  const [path, filter] = parsed(key);
  return post(path, filter, signal);
});
const countByAddress = seldom((address, signal) => get(address, {}, signal));

/**
 * A part of a list, and the count of the whole.
 *
 * @param {string} path of the list, such as /external-task
 * @param {object} filter its body, without the order
 * @param {{ firstResult: number, maxResults: number, sortBy?: string, sortOrder?: string }} part which part, and how sorted
 */
export async function listed(path, filter, { sortBy, sortOrder, ...part }, signal) {
  const sorting = sortBy ? { sorting: [{ sortBy, sortOrder: sortOrder ?? 'asc' }] } : {};
  const [rows, { count }] = await Promise.all([
    post(withQuery(path, part), { ...filter, ...sorting }, signal),
    countByBody(written([`${path}/count`, filter]), signal),
  ]);
  return { rows, count };
}

/** The same of a list that takes its filter only in the address. */
export async function listedByAddress(path, filter, part, signal) {
  const [rows, { count }] = await Promise.all([
    get(path, { ...filter, ...part }, signal),
    countByAddress(withQuery(`${path}/count`, filter), signal),
  ]);
  return { rows, count };
}
