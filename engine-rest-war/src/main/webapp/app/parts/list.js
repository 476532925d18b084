/**
 * Lists: the state, the filter, the order and the part that is shown stand in the address, and the engine counts.
 *
 * A list is
 *
 *   - `title`, and `one` and `many` of what it lists,
 *   - `path` of the API, and `byAddress` if it takes its filter only in the address,
 *   - `states`: `{ key: [words, filter] }`, of which one is chosen; the key of the first is empty,
 *   - `fields`: `{ name, label, hint, type, filter(text, query, signal) }`; `filter` is, or resolves to, a part of the
 *     API's filter. `chip` shows a field only while it has a value, because other pages link to it,
 *   - `columns(refresh)` of parts/table.js, `sorted` and `order` without one in the address, and the words for `none`,
 *   - `base`, a filter that always holds, and `complete(rows, signal)`, which adds to the rows what other lists know,
 *   - `bulk(filter, count, refresh)`, buttons for all that is found; they are not there while the list is not yet what is asked for,
 *   - `others`, what else its page has in the address.
 */
import { changeQuery, readAddress, to } from '../address.js';
import { conditionsOf } from '../api/conditions.js';
import { listed, listedByAddress } from '../api/lists.js';
import { h } from './dom.js';
import { Page } from './page.js';
import './saved-views.js';
import { pageOf, pager, table } from './table.js';
import { localTime, toWire } from './time.js';
import { unknownFilters } from './unknown-filters.js';
import { counted } from './words.js';

/** A page that is one list, ready for routes.js. */
export function listPage(tag, list) {
  const Element = class extends Page {
    name() {
      return list.title;
    }

    load(signal) {
      return loadList(list, this.query, signal);
    }

    view(data) {
      return [listHead(list, data.count), ...listView(list, this.query, data, () => this.refresh(), this.isStale)];
    }

    outline() {
      return [listHead(list), ...listOutline(list, this.query)];
    }
  };
  customElements.define(tag, Element);
  return Element;
}

export async function loadList(list, query, signal) {
  const ask = list.byAddress ? listedByAddress : listed;
  const filter = await filterOf(list, query, signal);
  const { rows, count } = await ask(list.path, filter, partOf(list, query), signal);
  return { rows: list.complete ? await list.complete(rows, signal) : rows, count, filter };
}

/** The API's filter for what the address says. */
export async function filterOf({ base, states = { '': [] }, fields = [] }, query, signal) {
  const state = query.state ?? '';
  if (!Object.hasOwn(states, state)) throw new Error(`There is no state '${state}' here: choose one of those that are offered`);
  const parts = await Promise.all(fields.filter(({ name }) => query[name]).map(({ name, filter }) => filter(query[name], query, signal)));
  return Object.assign({}, base, states[state][1], ...parts);
}

/** The part of the list that is shown, and its order. */
export function partOf({ sorted, order = 'asc' }, query) {
  const sorting = query.sortBy ? { sortBy: query.sortBy, sortOrder: query.sortOrder ?? 'asc' } : { sortBy: sorted, sortOrder: order };
  return { ...pageOf(query), ...sorting };
}

export function listHead({ title, one, many }, count, ...more) {
  return h('header', { class: 'head', 'data-key': 'head' }, h('h1', {}, title), count != null && h('p', { 'data-testid': 'found' }, counted(count, one, many)), ...more);
}

export function listView(list, query, { rows, count, filter }, refresh, isStale = false) {
  const { bulk } = list;
  return [
    ...listOutline(list, query),
    bulk && count > 0 && h('div', { class: 'bulk', 'data-key': 'bulk' }, h('div', { class: 'buttons' }, !isStale && bulk(filter, count, refresh))),
    listTable(list, query, rows, refresh),
    pager(query, count),
  ];
}

export function listTable({ title, columns, sorted, order, none }, query, rows, refresh) {
  return table(columns(refresh), rows, { label: title, query, sorted, order, none });
}

/** What a list shows before it has rows, or if it cannot have any: its states and its fields. */
export function listOutline(list, query) {
  return [
    list.states && states(list.states, query),
    list.fields && filters(list.fields, query),
    unknownFilters([...EVERY_LIST, ...(list.fields ?? []).map(({ name }) => name), ...(list.others ?? [])], query),
  ];
}

const EVERY_LIST = ['state', 'first', 'sortBy', 'sortOrder'];

function states(choices, { state = '', ...rest }) {
  const { parts } = readAddress(location.hash);
  return h('nav', { class: 'apart-below', 'aria-label': 'State', 'data-key': 'states' }, h('ul', { class: 'choices' },
    Object.entries(choices).map(([key, [words]]) => h('li', {},
      h('a', { href: to(parts, { ...rest, state: key, first: null }), 'aria-current': key === state && 'true' }, words)))));
}

function filters(fields, query) {
  const { parts } = readAddress(location.hash);
  return h('form', { class: 'filters', 'aria-label': 'Filter', 'data-key': 'filters', submit: (event) => event.preventDefault() },
    fields.map((field) => (field.chip ? query[field.name] && chip(field, parts, query) : input(field, query))), h('saved-views', { '.query': query }));
}

function input({ name, label, hint, type = 'search' }, query) {
  const isTime = type === 'datetime-local';
  const text = query[name] ?? '';
  return h('label', {}, label, h('input', {
    name, type, '.value': isTime && !Number.isNaN(Date.parse(text)) ? localTime(new Date(text)) : text, placeholder: hint, autocomplete: 'off',
    // In the address, a time means the same to a colleague who is elsewhere.
    change: ({ target: { value } }) => changeQuery({ [name]: isTime && value ? new Date(value).toISOString() : value.trim(), first: null }),
  }));
}

function chip({ name, label }, parts, query) {
  return h('a', { class: 'chip', href: to(parts, { ...query, [name]: null, first: null }) }, `${label} ${query[name]}`,
    h('span', { class: 'unseen' }, ', remove this filter'), h('span', { 'aria-hidden': 'true' }, ' ×'));
}

/** A field for a time: what the API calls its filter is `filter`. */
export function timeField(name, label, filter) {
  return { name, label, type: 'datetime-local', filter: (text) => ({ [filter]: wireTime(text) }) };
}

function wireTime(text) {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new Error(`'${text}' is not a time`);
  return toWire(time);
}

/** A field for a part of a text. */
export function partField(name, label, filter, hint = 'a part of it') {
  return { name, label, hint, filter: (text) => ({ [filter]: `%${text}%` }) };
}

/** A field for a whole text. */
export function textField(name, label, filter, hint) {
  return { name, label, hint, filter: (text) => ({ [filter]: text }) };
}

/** A field for conditions on variables. */
export const variablesField = {
  name: 'variables', label: 'Variables', hint: 'amount > 100, customer = ACME', filter: (text) => ({ variables: conditionsOf(text) }),
};
