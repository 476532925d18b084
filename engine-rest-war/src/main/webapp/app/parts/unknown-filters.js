/** Tells what an address asks for and its page does not know: nobody must take what is shown for what was asked. */
import { readAddress, to } from '../address.js';
import { h } from './dom.js';

/** `known` are the names that the page reads from the query. */
export function unknownFilters(known, query) {
  const { parts } = readAddress(location.hash);
  return Object.keys(query).filter((name) => !known.includes(name)).map((name) => h('p', { 'class': 'notice', 'role': 'status', 'data-key': `unknown ${name}` },
    h('b', {}, name), ` is no filter of this page, so '${query[name]}' is not applied. `, h('a', { href: to(parts, { ...query, [name]: null }) }, 'Remove it')));
}
