/** Fields for any number of variables, each with its name, its type and its value. */
import { h } from './dom.js';
import { TYPES, typedValue } from './typed-value.js';

/** As parts/field.js has it; `given` are variables of the API by their names, with which it begins. */
export function variableFields(label, given = {}) {
  const rows = h('div', { class: 'variables' });
  // The dialog shows the request anew.
  const changed = () => rows.dispatchEvent(new Event('input', { bubbles: true }));
  const add = (name, variable) => {
    rows.append(row(name, variable, changed));
    changed();
  };
  for (const [name, variable] of Object.entries(given || {})) rows.append(row(name, variable, changed));
  const element = h('fieldset', { class: 'field' }, h('legend', {}, label), rows,
    h('p', {}, h('button', {
      type: 'button', class: 'small', 'data-testid': 'add-variable',
      click: () => {
        add('', {});
        rows.lastElementChild.querySelector('input').focus();
      },
    }, 'Add a variable')));
  return { element, value: () => Object.fromEntries([...rows.children].map(variableOf).filter(([name]) => name)) };
}

function row(name, { type = 'String', value = null }, changed) {
  const types = TYPES.includes(type) ? TYPES : [type, ...TYPES];
  const text = value == null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const element = h('div', { class: 'variable' },
    h('input', { 'name': 'variable-name', 'aria-label': 'Name', 'placeholder': 'name', 'autocomplete': 'off', 'value': name }),
    h('select', { 'name': 'variable-type', 'aria-label': 'Type' }, types.map((each) => h('option', { value: each, selected: each === type }, each))),
    h('textarea', { 'name': 'variable-value', 'aria-label': 'Value', 'placeholder': 'value', 'rows': 1, 'spellcheck': 'false', '.value': text }),
    h('button', {
      'type': 'button', 'class': 'quiet', 'aria-label': 'Remove this variable',
      'click': () => {
        element.remove();
        changed();
      },
    }, '×'));
  return element;
}

function variableOf(element) {
  const [name, type, text] = ['variable-name', 'variable-type', 'variable-value'].map((each) => element.querySelector(`[name=${each}]`).value);
  try {
    return [name.trim(), { value: typedValue(type, text), type }];
  } catch (problem) {
    throw new Error(`${name}: ${problem.message}`);
  }
}
