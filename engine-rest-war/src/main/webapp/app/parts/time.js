/** Time as people and the REST API write it. */
import { h } from './dom.js';

/** Reads `2015-10-06T16:34:42.000+0200`, whose offset has no colon, as the browser's own parser wants one. */
export function fromWire(text) {
  return new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}

/** Writes a date as the REST API reads it. */
export function toWire(date) {
  return date.toISOString().replace('Z', '+0000');
}

/** A date as a field for a date and a time of this computer has it. */
export function localTime(date) {
  return `${isoDay(date)}T${date.toLocaleTimeString('sv-SE')}`;
}

export function clockTime(date) {
  return date.toLocaleTimeString('en-GB');
}

const DAY_MS = 86_400_000;

/** A length of time in its two largest units: `4 d 3 h`, `12 min 5 s`. */
export function lengthOf(ms) {
  const units = [['d', DAY_MS], ['h', 3_600_000], ['min', 60_000], ['s', 1000]];
  const first = units.findIndex(([, size]) => ms >= size);
  if (first < 0) return ms >= 1 ? `${Math.round(ms)} ms` : '0 s';
  const [unit, size] = units[first];
  const whole = Math.floor(ms / size);
  const next = units[first + 1];
  const rest = next ? Math.floor((ms - whole * size) / next[1]) : 0;
  return rest > 0 ? `${whole} ${unit} ${rest} ${next[0]}` : `${whole} ${unit}`;
}

/** How long ago a date of the API is, with the date itself for whoever wants it exactly. */
export function age(text) {
  if (!text) return h('span', { class: 'none' }, '–');
  const date = fromWire(text);
  return timeElement(text, lengthOf(Math.max(0, Date.now() - date)));
}

/** A date of the API: the time if it is today, otherwise the day as well. */
export function moment(text) {
  if (!text) return h('span', { class: 'none' }, '–');
  const date = fromWire(text);
  const isToday = date.toDateString() === new Date().toDateString();
  return timeElement(text, isToday ? clockTime(date) : `${isoDay(date)} ${clockTime(date)}`);
}

/** In how long a date of the API is, or for how long it has been over. */
export function until(text) {
  if (!text) return h('span', { class: 'none' }, '–');
  const ms = fromWire(text) - Date.now();
  return timeElement(text, ms > 0 ? `in ${lengthOf(ms)}` : `${lengthOf(-ms)} ago`);
}

function timeElement(text, words) {
  const date = fromWire(text);
  return h('time', { datetime: date.toISOString(), title: `${isoDay(date)} ${clockTime(date)}` }, words);
}

function isoDay(date) {
  return date.toLocaleDateString('sv-SE');
}
