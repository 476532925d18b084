/** What can be done with user tasks. */
import { submitTaskForm, taskForm } from '../api/forms.js';
import { send } from '../api/http.js';
import { claimTask, completeTask, unclaimTask } from '../api/instances.js';
import { mayOperateById, user } from '../api/settings.js';
import { ask } from './ask.js';
import { h } from './dom.js';
import { fieldsOf, variablesOf, wordsOf } from './form-fields.js';
import { say } from './messages.js';
import { untypedVariables } from './variable-lines.js';

/** The buttons of a user task; `refresh` is called after something was done. */
export function userTaskButtons(task, refresh) {
  const act = (question) => async () => {
    try {
      await ask(await question(task));
    } catch (problem) {
      say('bad', problem.message);
    }
    refresh();
  };
  return mayOperateById(task.processDefinitionId) && h('div', { class: 'buttons' },
    task.assignee
      ? h('button', { type: 'button', class: 'small', click: act(unclaimQuestion) }, 'Give back…')
      : h('button', { type: 'button', class: 'small', 'data-testid': 'claim', click: act(claimQuestion) }, 'Claim…'),
    h('button', { type: 'button', class: 'small', 'data-testid': 'complete', click: act(completeQuestion) }, 'Complete…'));
}

function claimQuestion({ id, name }) {
  return {
    title: `Claim '${name ?? id}'`, fields: [{ name: 'user', label: 'For whom', required: true, value: lastUser() }],
    request: ({ user }) => claimTask(id, user), yes: 'Claim', done: 'The task is claimed',
    run: async (request) => {
      const answer = await send(request);
      rememberUser(request.body.userId);
      return answer;
    },
  };
}

function unclaimQuestion({ id, name, assignee }) {
  return { title: `Give '${name ?? id}' back`, words: [`It is no longer ${assignee}'s.`], request: () => unclaimTask(id), yes: 'Give back', done: 'The task can be claimed' };
}

/** With the fields of its form; without one, with any variables. */
async function completeQuestion(task) {
  const { id, name } = task;
  const form = await taskForm(id);
  if (!form || form.problem) {
    return {
      title: `Complete '${name ?? id}'`, words: ['The process goes on.', form?.problem].filter(Boolean),
      fields: [{ name: 'variables', label: 'Variables', type: 'text area', hint: 'One on each line: approved = true' }],
      request: ({ variables }) => completeTask(id, untypedVariables(variables)), yes: 'Complete', done: 'The task is complete',
    };
  }
  return {
    title: `Complete '${name ?? id}'`, words: ['The process goes on.', ...wordsOf(form)], fields: fieldsOf(form),
    request: (values) => submitTaskForm(id, variablesOf(form, values)), yes: 'Complete', done: 'The task is complete',
  };
}

const USER = 'outwork.user';

function lastUser() {
  try {
    return localStorage.getItem(USER) ?? user() ?? '';
  } catch {
    return user() ?? '';
  }
}

function rememberUser(name) {
  try {
    localStorage.setItem(USER, name);
  } catch {
    // The browser keeps nothing: the name is written again.
  }
}
