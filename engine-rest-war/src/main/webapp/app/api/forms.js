/** Forms of user tasks and of start events, as fields. */
import { addressOf, get, NoAnswer, pathOf, Refused } from './http.js';

/** What a form asks for; null if the thing has none that can be shown as fields. */
export const taskForm = async (id) => formAt(pathOf('task', id), await get(`${pathOf('task', id)}/form`), 'deployed-form');
export const startForm = async (id) => formAt(pathOf('process-definition', id), await get(`${pathOf('process-definition', id)}/startForm`), 'deployed-start-form');

/** Requests, which a dialog shows before it sends them. */
export const submitTaskForm = (id, variables) => ({ method: 'POST', path: `${pathOf('task', id)}/submit-form`, body: { variables } });

/**
 * @returns {Promise<{ fields: object[], others: string[], isChecked?: boolean, problem?: string } | null>} a field is `{ name, label, type, kind,
 *     value, options, required, readonly, isBusinessKey, hint }`: `type` is that of the variable, undefined if the engine finds it; `kind` is
 *     text, text area, select or checkbox; `others` are the labels of what cannot be shown; the engine knows the fields of a
 *     form that `isChecked`; a form that cannot be had has a `problem` instead of fields
 */
async function formAt(path, { key }, deployed) {
  if (!key) return null;
  if (/^(?:embedded:)?engine:/.test(key)) return { isChecked: true, ...await withValues(path, fieldsOfHtml(await documentAt(`${path}/rendered-form`))) };
  if (!/(?:^|:)deployment:/.test(key)) return null;
  try {
    return await withValues(path, key.endsWith('.form')
      ? fieldsOfComponents((await get(`${path}/${deployed}`)).components ?? [])
      : fieldsOfHtml(await documentAt(`${path}/${deployed}`)));
  } catch (problem) {
    if (problem instanceof NoAnswer) throw problem;
    // A file that was not deployed must not keep anybody from going on.
    return { problem: `Its form '${key}' cannot be shown: ${problem.message}`, fields: [], others: [] };
  }
}

async function withValues(path, { fields, others }) {
  const names = fields.map(({ name }) => name);
  const values = names.length === 0 ? {} : await get(`${path}/form-variables`, { variableNames: names.join(',') });
  return {
    others,
    fields: fields.map(({ isNumber, ...field }) => {
      const { value = null, type } = values[field.name] ?? {};
      return { ...field, value: value ?? field.value, type: isNumber && NUMBERS.includes(type) ? type : field.type };
    }),
  };
}

/** A document that nothing of becomes part of this page: its fields are read, its scripts are not run. */
function documentAt(path) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', addressOf(path));
    request.responseType = 'document';
    request.overrideMimeType('text/html');
    request.onload = () => (request.status === 200 ? resolve(request.response) : reject(new Refused({ method: 'GET', path }, request.status, request.response?.body?.textContent ?? '')));
    request.onerror = () => reject(new NoAnswer({ method: 'GET', path }, new Error('the connection ended')));
    request.send();
  });
}

function fieldsOfHtml(document) {
  const inputs = [...document.querySelectorAll('[cam-variable-name], [cam-business-key]')];
  const fields = inputs.filter(({ type }) => !NO_FIELDS.includes(type)).map((input) => {
    const kind = input.localName === 'select' ? 'select' : input.localName === 'textarea' ? 'text area' : input.type === 'checkbox' ? 'checkbox' : 'text';
    return {
      name: input.getAttribute('cam-variable-name') ?? input.name,
      label: labelOf(document, input), kind, isBusinessKey: input.hasAttribute('cam-business-key'),
      type: input.getAttribute('cam-variable-type') ?? 'String',
      value: kind === 'checkbox' ? input.checked || input.getAttribute('value') === 'true' : kind === 'select' ? chosenIn(input) : input.value ?? '',
      options: kind === 'select' ? [...input.options].map(({ value, text }) => [value, text.trim() || value]) : undefined,
      required: input.hasAttribute('required'), readonly: input.hasAttribute('disabled') || input.hasAttribute('readonly'), hint: hintOf(input),
    };
  });
  const others = inputs.filter(({ type }) => NO_FIELDS.includes(type))
    .map((input) => (input.type === 'radio' ? input.getAttribute('cam-variable-name') : labelOf(document, input)));
  return { fields, others: [...new Set(others)] };
}

const NO_FIELDS = ['file', 'radio'];

/** The first option of a select is only chosen if the form says so. */
function chosenIn({ options }) {
  return [...options].find(({ defaultSelected }) => defaultSelected)?.value ?? '';
}

function labelOf(document, input) {
  const label = [...document.querySelectorAll('label')].find(({ htmlFor }) => htmlFor && (htmlFor === input.name || htmlFor === input.id));
  return label?.textContent.trim() || input.getAttribute('cam-variable-name') || input.name;
}

/** What the engine will check, so that nobody has to try. */
function hintOf(input) {
  const limits = ['min', 'max', 'minlength', 'maxlength'].filter((name) => input.getAttribute(name)).map((name) => `${LIMITS[name]} ${input.getAttribute(name)}`);
  const pattern = input.getAttribute('uib-datepicker-popup');
  return [pattern && `as ${pattern}`, ...limits].filter(Boolean).join(', ') || undefined;
}

const LIMITS = { min: 'at least', max: 'at most', minlength: 'characters: at least', maxlength: 'characters: at most' };

const KINDS = { textfield: 'text', number: 'text', textarea: 'text area', select: 'select', radio: 'select', checkbox: 'checkbox', datetime: 'text' };

/** Components of a Camunda Form; those with nothing to fill in are left out. */
function fieldsOfComponents(components) {
  const all = components.flatMap(withInner);
  const fields = all.filter(isField).map(({ key, type, label, values, defaultValue, disabled, validate = {}, description }) => ({
    name: key, label: label || key, kind: KINDS[type], value: defaultValue ?? '', type: TYPES[type], isNumber: type === 'number',
    options: values?.map((each) => [String(each.value), each.label ?? String(each.value)]),
    required: validate.required === true, readonly: disabled === true, hint: description,
  }));
  const others = all.filter((one) => (one.key || one.path) && !isField(one) && one.type !== 'button' && !isTransparent(one));
  return { fields, others: others.map(({ label, key, path }) => label || key || path) };
}

/** The choices of some are those of a variable, or of an expression. */
function isField({ key, type, values }) {
  return key && KINDS[type] && (KINDS[type] !== 'select' || Array.isArray(values));
}

/** What is below a path is a part of a structure, not a variable. */
function isTransparent({ components, path }) {
  return components && !path;
}

function withInner(component) {
  return isTransparent(component) ? [component, ...component.components.flatMap(withInner)] : [component];
}

const NUMBERS = ['Integer', 'Long', 'Short', 'Double'];

const TYPES = { textfield: 'String', textarea: 'String', select: 'String', radio: 'String', datetime: 'String', checkbox: 'Boolean', number: 'Double' };
