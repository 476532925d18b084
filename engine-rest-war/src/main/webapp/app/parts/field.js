/** One field of a form: `{ name, label, type, value, hint, required, readonly, min, options }`. */
import { h } from './dom.js';
import { variableFields } from './variable-fields.js';

let fields = 0;

/** The element of a field, its name, and what is in it now. */
export function field({ name, label, type = 'text', value = '', hint, required = false, readonly = false, min, options, rows = 4 }) {
  if (type === 'variables') return { name, ...variableFields(label, value) };
  const id = `field-${(fields += 1)}`;
  const attributes = { id, name, required, 'disabled': readonly, 'aria-describedby': hint && `${id}-hint` };
  const input = inputOf(type, attributes, { value, min, options, rows });
  const element = h('div', { class: `field ${type}` },
    h('label', { for: id }, label), input, hint && h('p', { class: 'hint', id: `${id}-hint` }, hint));
  return { name, element, value: () => valueOf(type, input) };
}

function inputOf(type, attributes, { value, min, options, rows }) {
  if (type === 'select') {
    return h('select', attributes, options.map(([key, words]) => h('option', { value: key, selected: key === value }, words)));
  }
  if (type === 'text area') {
    const area = h('textarea', { ...attributes, rows, spellcheck: 'false' });
    area.value = value;
    return area;
  }
  if (type === 'checkbox') return h('input', { ...attributes, type, checked: value === true });
  return h('input', { ...attributes, type, value, min, step: type === 'datetime-local' && '1', autocomplete: 'off' });
}

function valueOf(type, input) {
  if (type === 'checkbox') return input.checked;
  if (type === 'number') return input.value === '' ? null : Number(input.value);
  if (type === 'file') return input.files[0] ?? null;
  return input.value;
}
