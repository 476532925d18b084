/** Starts an instance of a definition, with variables that have types. */
import { to } from '../address.js';
import { formVariables, startInstance } from '../api/definitions.js';
import { ask } from './ask.js';
import { say } from './messages.js';

/** Asks with what to start, and leads to the instance. The fields of a start form are there already. */
export async function start({ id, key, name, version }) {
  try {
    const form = await formVariables(id);
    const hasForm = Object.keys(form).length > 0;
    const answer = await ask({
      title: `Start ${name ?? key}, version ${version}`,
      words: hasForm ? ['The fields of its form are checked by the engine.'] : [],
      fields: [{ name: 'businessKey', label: 'Business key' }, { name: 'variables', label: 'Variables', type: 'variables', value: form }],
      request: (values) => startInstance(id, hasForm, values),
      yes: 'Start',
      done: 'The instance has started',
    });
    if (answer) location.hash = to(['instance', JSON.parse(answer).id]);
  } catch (problem) {
    say('bad', problem.message);
  }
}
