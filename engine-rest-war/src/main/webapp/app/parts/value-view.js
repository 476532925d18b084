/** The value of a variable: text as text, JSON as a tree that opens, files as a download. */
import { parsed } from '../api/http.js';
import { h } from './dom.js';

const LONG = 300;
const OPEN_UP_TO = 8;

export function valueView({ type, value, valueInfo = {} }, downloadAddress) {
  const kind = type.toLowerCase();
  if (kind === 'file' || kind === 'bytes') {
    return h('a', { href: downloadAddress, download: valueInfo.filename ?? 'value.bin' }, `Download ${valueInfo.filename ?? 'the bytes'}`);
  }
  if (value === null || value === undefined) return h('span', { class: 'none' }, 'null');
  if (kind === 'json' || (kind === 'object' && /json/.test(valueInfo.serializationDataFormat ?? 'json'))) return jsonView(value);
  return textView(String(value));
}

function textView(text) {
  if (text === '') return h('span', { class: 'none' }, 'empty');
  if (text.length <= LONG) return h('span', { class: 'text' }, text);
  return h('details', {}, h('summary', {}, `${text.slice(0, LONG / 3)}… (${text.length} characters)`), h('pre', { tabindex: '0' }, text));
}

function jsonView(value) {
  if (typeof value !== 'string') return tree(value, true);
  try {
    return tree(parsed(value), true);
  } catch {
    return textView(value);
  }
}

function tree(value, isTop) {
  if (value === null || typeof value !== 'object') return leaf(value);
  const entries = Object.entries(value);
  const sign = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
  if (entries.length === 0) return h('code', {}, sign);
  return h('details', { class: 'tree', open: isTop && entries.length <= OPEN_UP_TO }, h('summary', {}, h('code', {}, sign)),
    h('ul', {}, entries.map(([name, part]) => h('li', {}, h('code', {}, `${name}: `), tree(part, false)))));
}

function leaf(value) {
  return h('code', { class: typeof value }, typeof value === 'string' ? JSON.stringify(value) : String(value));
}
