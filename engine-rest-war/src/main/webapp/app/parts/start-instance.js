/** Starts an instance of a definition, by its form, or with variables that have types. */
import { to } from '../address.js';
import { startInstance } from '../api/definitions.js';
import { startForm } from '../api/forms.js';
import { ask } from './ask.js';
import { businessKeyOf, fieldsOf, variablesOf, wordsOf } from './form-fields.js';
import { say } from './messages.js';

/** Asks with what to start, and leads to the instance. */
export async function start(definition) {
  try {
    const answer = await ask({ ...questionOf(definition.id, await startForm(definition.id)), ...wordsFor(definition) });
    if (answer) location.hash = to(['instance', JSON.parse(answer).id]);
  } catch (problem) {
    say('bad', problem.message);
  }
}

function wordsFor({ key, name, version }) {
  return { title: `Start ${name ?? key}, version ${version}`, yes: 'Start', done: 'The instance has started' };
}

function questionOf(id, form) {
  const businessKey = { name: 'businessKey', label: 'Business key' };
  if (!form || form.problem) {
    return {
      words: form ? wordsOf(form) : [],
      fields: [businessKey, { name: 'variables', label: 'Variables', type: 'variables' }],
      request: (values) => startInstance(id, false, values),
    };
  }
  const asksForKey = form.fields.some(({ isBusinessKey }) => isBusinessKey);
  return {
    words: wordsOf(form),
    fields: [...(asksForKey ? [] : [businessKey]), ...fieldsOf(form)],
    request: (values) => startInstance(id, true, { businessKey: businessKeyOf(form, values) ?? values.businessKey, variables: variablesOf(form, values) }),
  };
}
