/** The tab of variables: typed, with their scope, and a dialog that changes one. */
import { addressOf, pathOf } from '../../api/http.js';
import { countVariables, isRunning, setVariable, variablesOf } from '../../api/instances.js';
import { hidesVariables, mayOperate } from '../../api/settings.js';
import { ask } from '../../parts/ask.js';
import { h } from '../../parts/dom.js';
import { pageOf, pager, table } from '../../parts/table.js';
import { TYPES, typedValue } from '../../parts/typed-value.js';
import { valueView } from '../../parts/value-view.js';

export async function loadVariables(instance, query, signal) {
  const [rows, count] = await Promise.all([variablesOf(instance, pageOf(query), signal), countVariables(instance, signal)]);
  return { rows, count };
}

export function variablesTab(instance, { rows, count }, query, refresh) {
  const running = isRunning(instance);
  const changes = running && mayOperate(instance.processDefinitionKey);
  return [
    changes && h('p', { class: 'apart-below' }, h('button', { type: 'button', click: () => change({ executionId: instance.id }, refresh) }, 'New variable…')),
    table([
      { name: 'Name', cell: ({ name }) => h('b', {}, name) },
      { name: 'Type', cell: ({ type }) => type },
      { name: 'Value', cell: (variable) => covered(valueView(variable, downloadOf(variable, running)), hidesVariables()) },
      { name: 'Scope', cell: ({ activityInstanceId, processInstanceId }) => (activityInstanceId === processInstanceId ? 'instance' : activityInstanceId?.split(':')[0] ?? '') },
      ...(changes ? [{ name: 'Actions', unseen: true, cell: (variable) => isWritable(variable)
        && h('button', { type: 'button', class: 'small', 'data-testid': `edit-${variable.name}`, click: () => change(variable, refresh) }, 'Change…') }] : []),
    ], rows, { label: 'Variables', query, none: 'It has no variables' }),
    pager(query, count),
  ];
}

function covered(value, hidden) {
  return hidden ? h('details', { class: 'covered' }, h('summary', {}, 'Hidden'), value) : value;
}

function downloadOf({ id }, running) {
  return addressOf(`${running ? pathOf('variable-instance', id) : pathOf('history', 'variable-instance', id)}/data`);
}

function isWritable({ type, taskId }) {
  return !taskId && !['file', 'bytes'].includes(type.toLowerCase());
}

async function change({ executionId, name, type = 'String', value, valueInfo }, refresh) {
  const types = TYPES.includes(type) ? TYPES : [type, ...TYPES];
  const isNew = name === undefined;
  await ask({
    title: isNew ? 'New variable' : `Change '${name}'`,
    fields: [
      ...(isNew ? [{ name: 'name', label: 'Name', required: true }] : []),
      { name: 'type', label: 'Type', type: 'select', value: type, options: types.map((each) => [each, each]) },
      { name: 'text', label: 'Value', type: 'text area', value: value == null ? '' : String(typeof value === 'object' ? JSON.stringify(value, null, 2) : value) },
    ],
    request: ({ name: given, type: chosen, text }) => setVariable(executionId, name ?? given, {
      value: typedValue(chosen, text), type: chosen, ...(chosen === type && valueInfo && Object.keys(valueInfo).length > 0 ? { valueInfo } : {}),
    }),
    yes: 'Save',
    done: 'The variable is saved',
  });
  refresh();
}
