/** Values of variables as people write them, in the type that they chose. */
import { parsed } from '../api/http.js';
import { readJson } from '../api/instances.js';
import { toWire } from './time.js';

export const TYPES = ['String', 'Integer', 'Long', 'Double', 'Boolean', 'Date', 'Json', 'Null'];

/** @throws Error if the text is no value of the type */
export function typedValue(type, text) {
  const word = text.trim();
  switch (type) {
    case 'Integer': case 'Long': case 'Short':
      if (!/^-?(?:0|[1-9]\d*)$/.test(word)) throw new Error(`'${text}' is not a whole number`);
      return parsed(word);
    case 'Double':
      if (word === '' || !Number.isFinite(Number(word))) throw new Error(`'${text}' is not a number`);
      return Number(word);
    case 'Boolean':
      if (!['true', 'false'].includes(word)) throw new Error(`'${text}' is neither true nor false`);
      return word === 'true';
    case 'Date': return dateOf(word);
    case 'Json':
      readJson(text);
      return text;
    case 'Null': return null;
    default: return text;
  }
}

function dateOf(word) {
  if (/[+-]\d{4}$/.test(word)) return word;
  const date = new Date(word);
  if (Number.isNaN(date.getTime())) throw new Error(`'${word}' is not a date: write 2030-12-24 or 2030-12-24T18:00`);
  return toWire(date);
}
