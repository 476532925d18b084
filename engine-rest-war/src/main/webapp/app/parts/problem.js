/** Shows what went wrong, always with the text of whoever knows it. */
import { h } from './dom.js';

export function problemPanel(problem) {
  return h('div', { class: 'problem', role: 'alert' },
    h('p', {}, problem.message || String(problem)),
    problem.call && h('p', { class: 'call' }, `${problem.call.method} ${problem.call.path}`));
}
