/** What the engine finds in a file before it is deployed, in words and at the elements of the diagram. */
import './bpmn-diagram.js';
import { h } from './dom.js';
import { counted } from './words.js';

/**
 * A file with what the check has found in it.
 *
 * @param {{ name: string, xml: string, found?: object }} file `found` is absent if the file is not a model
 * @param {{ selected: string | null, select: Function }} selection the element that is marked in the diagram
 */
export function checkedFile({ name, xml, found }, { selected, select }) {
  if (!found) {
    return h('section', { 'class': 'checked', 'aria-label': name, 'data-key': name }, h('h2', {}, name), h('p', { class: 'muted' }, 'Not a model: it is stored as it is.'));
  }
  const { errors, warnings } = found;
  return h('section', { 'class': 'checked', 'aria-label': name, 'data-key': name },
    h('h2', {}, name), h('p', { 'data-testid': 'verdict' }, verdict(found)),
    isBpmn(name) && h('bpmn-diagram', {
      'role': 'region', 'aria-label': `Diagram of ${name}`, '.xml': xml, '.marks': marksOf(errors, warnings), '.selected': selected ?? '', '.pick': select,
    }),
    problemList('Problems', 'badly', errors, selected, select),
    problemList('Warnings', '', warnings, selected, select));
}

function verdict({ errors, warnings, processDefinitionKeys = [], decisionDefinitionKeys = [], topics = [] }) {
  if (errors.length > 0) return h('span', { class: 'state stuck' }, `Cannot be deployed: ${counted(errors.length, 'problem')}`);
  const keys = [...processDefinitionKeys, ...decisionDefinitionKeys].join(', ');
  const names = [...new Set(topics.map(({ topicName }) => topicName))].join(', ');
  return [h('span', { class: 'state work' }, `Can be deployed: ${keys}`),
    warnings.length > 0 && `, with ${counted(warnings.length, 'warning')}`, names && `. Needs workers of: ${names}`];
}

function problemList(title, kind, problems, selected, select) {
  if (problems.length === 0) return null;
  return [h('h3', { class: kind }, title), h('ol', { class: 'problems' }, problems.map(({ message, line, mainElementId }) => h('li', {},
    mainElementId && [h('button', { type: 'button', class: 'small', 'aria-pressed': String(mainElementId === selected), click: () => select(mainElementId) }, mainElementId), ' '],
    h('span', { class: 'text' }, message), line > 0 && h('span', { class: 'muted' }, ` (line ${line})`))))];
}

function marksOf(errors, warnings) {
  const at = (problems) => Object.groupBy(problems.flatMap(({ mainElementId, elementIds = [] }) => [...new Set([mainElementId, ...elementIds].filter(Boolean))]), (id) => id);
  const [bad, doubtful] = [at(errors), at(warnings)];
  return [...new Set([...Object.keys(bad), ...Object.keys(doubtful)])].map((activityId) => {
    const here = [...errors, ...warnings].filter(({ mainElementId, elementIds }) => mainElementId === activityId || elementIds?.includes(activityId));
    return { activityId, incidents: bad[activityId]?.length, past: doubtful[activityId]?.length, words: here.map(({ message }) => message).join('\n') };
  });
}

function isBpmn(name) {
  return /\.(bpmn|bpmn20\.xml)$/.test(name);
}
