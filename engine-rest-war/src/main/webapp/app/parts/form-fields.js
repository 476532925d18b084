/** The fields of a form in a dialog, and what was filled in as variables of the API. */
import { typedValue } from './typed-value.js';

// A field of a form may have the name of one of the dialog's own.
const PREFIX = 'form ';

/** As parts/field.js has them. */
export function fieldsOf({ fields }) {
  return fields.map(({ name, label, kind, value, options, required, readonly, hint, type }) => ({
    name: PREFIX + name, label: required ? `${label} *` : label, hint: hint ?? (kind === 'text' ? HINTS[type] : undefined), required: required && kind !== 'checkbox', readonly,
    type: kind, value: kind === 'checkbox' ? value === true || value === 'true' : textOf(value),
    options: kind === 'select' && !required ? [['', '–'], ...options] : options,
  }));
}

const HINTS = { Long: 'a whole number', Integer: 'a whole number', Double: 'a number' };

/** What is to be shown above the fields. */
export function wordsOf({ fields, others, isChecked, problem }) {
  return [
    problem,
    fields.length === 0 && !problem && 'Its form has no fields.',
    isChecked && 'The engine checks what is filled in.',
    others.length > 0 && `Not shown here, and not sent: ${others.join(', ')}.`,
  ].filter(Boolean);
}

/** @throws Error if a text is no value of its type */
export function variablesOf({ fields }, values) {
  return Object.fromEntries(fields.filter(({ readonly, isBusinessKey }) => !readonly && !isBusinessKey).map(({ name, label, kind, type }) => {
    const filled = values[PREFIX + name];
    try {
      return [name, { value: kind === 'checkbox' ? filled : filled === '' ? null : typedValue(type, filled), type }];
    } catch (problem) {
      throw new Error(`${label}: ${problem.message}`, { cause: problem });
    }
  }));
}

/** The business key that was filled in; undefined if the form does not ask for one. */
export function businessKeyOf({ fields }, values) {
  const field = fields.find(({ isBusinessKey }) => isBusinessKey);
  return field && values[PREFIX + field.name];
}

function textOf(value) {
  return value == null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
