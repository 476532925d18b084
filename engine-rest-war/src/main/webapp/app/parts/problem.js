/** Shows what went wrong, always with the text of whoever knows it. */
import { h } from './dom.js';

/** `retry`, if there is one, tries again. */
export function problemPanel(problem, retry) {
  return h('div', { class: 'problem', role: 'alert' },
    h('p', {}, problem.message || String(problem)),
    problem.call && h('p', { class: 'call' }, `${problem.call.method} ${problem.call.path}`),
    retry && h('p', {}, h('button', { type: 'button', class: 'small', 'data-testid': 'retry', click: retry }, 'Try again')));
}
