/** Tables of long lists: the order and the page are in the address, and the engine sorts and counts. */
import { changeQuery, readAddress, to } from '../address.js';
import { h } from './dom.js';
import { number } from './words.js';

export const PAGE_SIZE = 50;
// The API reads it as a number of 32 bits.
const MOST_ROWS = 2 ** 31 - 1;

/**
 * A table. On a phone each row is a block (css/parts.css), so what is a table and what a row is said by roles as well.
 *
 * @param {{ name: string, cell: Function, sort?: string, right?: boolean, unseen?: boolean }[]} columns `sort` is the
 *     API's sort key; without it the column cannot be sorted
 * @param {object[]} rows what is shown
 * @param {{ label: string, key?: Function, query?: object, none?: string, sorted?: string, order?: string }} options the
 *     table's name for screen readers, what identifies a row, the query of the page, the words instead of an empty
 *     table, the order without one in the address
 */
export function table(columns, rows, { label, key = ({ id }) => id, query = {}, none = 'Nothing here', sorted, order = 'asc' }) {
  if (rows.length === 0) return h('p', { class: 'nothing', 'data-key': label }, none);
  const by = query.sortBy ?? sorted;
  const direction = query.sortBy ? query.sortOrder ?? 'asc' : order;
  return h('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: '0', 'data-key': label },
    h('table', { role: 'table' },
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map((column) => heading(column, by, direction)))),
      h('tbody', { role: 'rowgroup' }, rows.map((row) => h('tr', { 'role': 'row', 'data-key': key(row) },
        columns.map(({ cell, right, name }) => h('td', { 'role': 'cell', 'class': right && 'right', 'data-name': name }, h('div', {}, cell(row)))))))));
}

function heading({ name, sort, right, unseen }, by, direction) {
  const words = unseen ? h('span', { class: 'unseen' }, name) : name;
  const attributes = { role: 'columnheader', scope: 'col', class: right && 'right' };
  if (!sort) return h('th', attributes, words);
  const isSorted = sort === by;
  const next = isSorted && direction === 'asc' ? 'desc' : 'asc';
  return h('th', { ...attributes, 'aria-sort': isSorted && (direction === 'asc' ? 'ascending' : 'descending') },
    h('button', {
      type: 'button', class: 'sort',
      click: () => changeQuery({ sortBy: sort, sortOrder: next, first: null }),
    }, words, h('span', { 'aria-hidden': 'true' }, isSorted ? (direction === 'asc' ? ' ▲' : ' ▼') : '')));
}

/** The part of a list that the address names, as the API wants it. */
export function pageOf(query, size = PAGE_SIZE) {
  return { firstResult: firstOf(query), maxResults: size };
}

/** Where in the list we are, and the way on. The total is the engine's count of all that the filter finds. */
export function pager(query, total, size = PAGE_SIZE) {
  const first = firstOf(query);
  if (total <= size && first === 0) return h('p', { class: 'pager', 'data-key': 'pager' }, `${number(total)} in all`);
  const { parts } = readAddress(location.hash);
  const startOfLast = Math.floor((total - 1) / size) * size;
  const step = (words, at, possible) => (possible
    ? h('a', { href: to(parts, { ...query, first: at || null }) }, words)
    : h('span', { class: 'none' }, words));
  return h('nav', { class: 'pager', 'aria-label': 'Parts of the list', 'data-key': 'pager' },
    step('‹ Before', Math.max(0, Math.min(first - size, startOfLast)), first > 0),
    h('span', {}, first < total ? `${number(first + 1)}–${number(Math.min(first + size, total))} of ${number(total)}` : `after the last of ${number(total)}`),
    step('Next ›', first + size, first + size < total));
}

function firstOf({ first }) {
  return Math.min(Math.max(0, Math.trunc(first) || 0), MOST_ROWS);
}
