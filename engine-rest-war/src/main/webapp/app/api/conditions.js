/** Conditions on variables, as people write them. */
import { parsed } from './http.js';

const OPERATORS = { '=': 'eq', '!=': 'neq', '>': 'gt', '>=': 'gteq', '<': 'lt', '<=': 'lteq', 'like': 'like' };
const CONDITION = /^\s*([^\s=!<>]+)\s*(>=|<=|!=|=|>|<|\blike\b)\s*(.*?)\s*$/s;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Reads `amount > 100, customer = "ACME"` into the API's conditions; a text without quotes that is a number is one. */
export function conditionsOf(text) {
  return text.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).filter((part) => part.trim()).map((part) => {
    const found = CONDITION.exec(part);
    if (!found) throw new Error(`'${part.trim()}' is not a condition: write name = value, or !=, <, >, <=, >=, like`);
    const [, name, sign, value] = found;
    return { name, operator: OPERATORS[sign], value: valueOf(value) };
  });
}

function valueOf(text) {
  if (/^".*"$/s.test(text)) return text.slice(1, -1);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return NUMBER.test(text) ? parsed(text) : text;
}
