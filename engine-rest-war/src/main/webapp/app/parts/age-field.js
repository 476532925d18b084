/** Fields for an age, such as `2 h`: in the address it is an age, for the engine it is a time. */
import { toWire } from './time.js';

const UNITS = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };
const AGE = /^(\d+(?:\.\d+)?)\s*(s|min|h|d)$/;
const STEP_MS = 10_000;

/** A field of parts/list.js; `filter` is the API's name for a time that something was before, or after. */
export function ageField(name, label, filter) {
  return { name, label, hint: '30 min, 2 h', filter: (text) => ({ [filter]: toWire(timeAgo(text)) }) };
}

/** Rounded, so that a count that takes long serves several answers (api/seldom.js). */
function timeAgo(text) {
  const [, amount, unit] = AGE.exec(text.trim()) ?? [];
  if (!amount) throw new Error(`'${text}' is not an age: write 90 s, 30 min, 2 h or 1 d`);
  return new Date(Math.floor((Date.now() - amount * UNITS[unit]) / STEP_MS) * STEP_MS);
}
