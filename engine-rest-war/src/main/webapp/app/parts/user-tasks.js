/** What can be done with user tasks. */
import { claimTask, completeTask, unclaimTask } from '../api/instances.js';
import { ask } from './ask.js';
import { h } from './dom.js';
import { untypedVariables } from './variable-lines.js';

/** The buttons of a user task; `refresh` is called after something was done. */
export function userTaskButtons(task, refresh) {
  const act = (question) => async () => {
    await ask(question);
    refresh();
  };
  return h('div', { class: 'buttons' },
    task.assignee
      ? h('button', { type: 'button', class: 'small', click: act(unclaimQuestion(task)) }, 'Give back…')
      : h('button', { type: 'button', class: 'small', 'data-testid': 'claim', click: act(claimQuestion(task)) }, 'Claim…'),
    h('button', { type: 'button', class: 'small', 'data-testid': 'complete', click: act(completeQuestion(task)) }, 'Complete…'));
}

function claimQuestion({ id, name }) {
  return {
    title: `Claim '${name ?? id}'`, fields: [{ name: 'user', label: 'For whom', required: true }],
    request: ({ user }) => claimTask(id, user), yes: 'Claim', done: 'The task is claimed',
  };
}

function unclaimQuestion({ id, name, assignee }) {
  return { title: `Give '${name ?? id}' back`, words: [`It is no longer ${assignee}'s.`], request: () => unclaimTask(id), yes: 'Give back', done: 'The task can be claimed' };
}

function completeQuestion({ id, name }) {
  return {
    title: `Complete '${name ?? id}'`, words: ['The process goes on.'],
    fields: [{ name: 'variables', label: 'Variables', type: 'text area', hint: 'One on each line: approved = true' }],
    request: ({ variables }) => completeTask(id, untypedVariables(variables)), yes: 'Complete', done: 'The task is complete',
  };
}
