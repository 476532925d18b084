/** Modifies an instance: an element is chosen in the diagram or in a list, steps are planned and shown, then sent. */
import { modifyInstance } from '../../api/instances.js';
import { ask } from '../../parts/ask.js';
import { h } from '../../parts/dom.js';
import { counted, endOfId } from '../../parts/words.js';
import { ancestorsFor, emptiesInstance, instructionsOf, presentAt } from './plan.js';

const NODE = /(?:Task|Event|Gateway|Activity|SubProcess|Transaction)$/;
const FLOW = 'bpmn:SequenceFlow';

const WORDS = {
  cancel: 'Cancel at',
  startBeforeActivity: 'Start before',
  startAfterActivity: 'Start after',
  startTransition: 'Start on the flow',
};

export function isModifiable(type) {
  return NODE.test(type) || type === FLOW;
}

/**
 * The panel below the diagram.
 *
 * @param {{ elements: object[], selected: string, steps: object[], tree: object }} shown
 * @param {{ select: Function, plan: Function, send: Function, close: Function }} actions `plan(steps)` replaces the plan
 */
export function modifyPanel({ elements, selected, steps, tree }, { select, plan, send, close }) {
  const known = elements.filter(({ type }) => isModifiable(type));
  const element = known.find(({ id }) => id === selected);
  return h('section', { 'class': 'panel modify', 'aria-label': 'Modify', 'data-key': 'modify' },
    h('div', { class: 'bulk' }, h('h2', {}, 'Modify'), h('button', { type: 'button', class: 'quiet', click: close }, 'Close')),
    h('label', { class: 'choose' }, 'Click an element in the diagram, or choose it ',
      h('select', { 'name': 'element', '.value': selected ?? '', 'change': ({ target }) => select(target.value) },
        h('option', { value: '' }, '–'), known.toSorted(byName).map((one) => h('option', { value: one.id, selected: one.id === selected }, `${nameOf(one)} (${kindOf(one)})`)))),
    element && chosen(element, steps, tree, plan),
    steps.length > 0 && h('ol', { 'class': 'plan', 'aria-label': 'Plan' }, steps.map((step, i) => h('li', {}, `${WORDS[step.type]} ${step.name}`,
      step.ancestor && h('span', { class: 'muted' }, ` in ${endOfId(step.ancestor)}`),
      h('button', { 'type': 'button', 'class': 'quiet small', 'aria-label': `Leave out: ${WORDS[step.type]} ${step.name}`, 'click': () => plan(steps.toSpliced(i, 1)) }, '×')))),
    steps.length > 0 && h('div', { class: 'buttons' },
      h('button', { type: 'button', click: () => plan([]) }, 'Clear'),
      h('button', { 'type': 'button', 'class': 'main', 'data-testid': 'review', 'click': send }, `Review ${counted(steps.length, 'step')}…`)));
}

function chosen(element, steps, tree, plan) {
  const present = presentAt(element.id, tree);
  const planned = new Set(steps.map(({ target }) => JSON.stringify(target)));
  const left = present.filter((target) => !planned.has(JSON.stringify(target)));
  const ancestors = ancestorsFor(element, tree);
  const step = (type, more = {}) => ({ type, activityId: element.id, name: nameOf(element), ...more });
  const start = (type) => ({ target }) => {
    const ancestor = target.closest('section').querySelector('[name=ancestor]')?.value;
    plan([...steps, step(type, { ancestor })]);
  };
  const button = (type, words, click, disabled = false) => h('button', { 'type': 'button', disabled, 'data-testid': type, click }, words);
  return h('div', { 'class': 'chosen', 'data-key': `chosen ${element.id}` },
    h('p', {}, h('b', {}, nameOf(element)), h('span', { class: 'muted' }, ` ${kindOf(element)}: `), present.length > 0 ? `${present.length} here now` : 'none here now'),
    ancestors.length > 0 && h('label', {}, 'Start it in ', h('select', { name: 'ancestor' }, ancestors.map(({ id, activityName, activityId }) =>
      h('option', { value: id }, `${activityName || activityId} ${endOfId(id)}`)))),
    h('div', { class: 'buttons' }, element.type === FLOW
      ? button('startTransition', 'Start on this flow', start('startTransition'))
      : [
        button('cancel-here', 'Cancel what is here', () => plan([...steps, ...left.map((target) => step('cancel', { target }))]), left.length === 0),
        button('startBeforeActivity', 'Start before it', start('startBeforeActivity')),
        button('startAfterActivity', 'Start after it', start('startAfterActivity')),
      ]));
}

/** Shows the request, and sends it; resolves to whether it was done. */
export async function sendPlan(id, steps, tree) {
  const starts = steps.some(({ type }) => type !== 'cancel');
  const cancels = steps.some(({ type }) => type === 'cancel');
  const answer = await ask({
    title: `Modify: ${counted(steps.length, 'step')}`,
    words: [
      'All or nothing, in one transaction. Starts come first, so that nothing ends in between.',
      h('ol', { class: 'plan' }, steps.toSorted(startsFirst).map(({ type, name }) => h('li', {}, `${WORDS[type]} ${name}`))),
      emptiesInstance(steps, tree) ? h('p', { class: 'badly' }, 'Nothing is left then: the instance ends as cancelled.') : '',
    ].filter(Boolean),
    fields: [
      ...(starts ? [{ name: 'variables', label: 'Variables, set by the first start', type: 'variables' }] : []),
      ...(cancels ? [{ name: 'skip', label: 'Without the output parameters of what is cancelled', type: 'checkbox' }] : []),
    ],
    request: ({ variables, skip }) => modifyInstance(id, instructionsOf(steps, variables), skip),
    yes: 'Modify this instance',
    done: 'The instance is modified',
    bad: emptiesInstance(steps, tree),
  });
  return answer !== null;
}

function startsFirst(one, other) {
  return (one.type === 'cancel') - (other.type === 'cancel');
}

function nameOf({ name, id }) {
  return name || id;
}

/** `bpmn:UserTask` is a user task. */
function kindOf({ type }) {
  return type.replace('bpmn:', '').replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

function byName(one, other) {
  return (one.type === FLOW) - (other.type === FLOW) || nameOf(one).localeCompare(nameOf(other));
}
