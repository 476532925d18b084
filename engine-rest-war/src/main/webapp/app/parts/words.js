/** Numbers, ids and names as text. */
import { h } from './dom.js';
import { to } from '../address.js';

const numbers = new Intl.NumberFormat('en');
const rates = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export function number(value) {
  return value == null ? '–' : numbers.format(value);
}

export function rate(value) {
  return value == null ? '–' : rates.format(value);
}

/** `1 task`, `3 tasks`. */
export function counted(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** The end of an id, because ids that were made in the same minute begin alike. */
export function endOfId(id) {
  return id && id.length > 12 ? `…${id.slice(-8)}` : id;
}

/** A whole id that can be selected and copied. */
export function wholeId(id) {
  return h('code', { class: 'id' }, id);
}

/** A link to an instance: by its business key, or by the end of its id. */
export function instanceLink(id, businessKey, query) {
  if (!id) return h('span', { class: 'none' }, '–');
  return h('a', { href: to(['instance', id], query), title: id, class: businessKey ? '' : 'id' }, businessKey || endOfId(id));
}

/** A property and its value, in a list of them. */
export function fact(name, ...values) {
  return h('div', { class: 'fact' }, h('dt', {}, name), h('dd', {}, ...values));
}
