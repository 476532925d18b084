/** What the operator has set for the console; asked for once. */
import { get } from './http.js';

let asked = null;

/** Whether a value of a variable is shown only when it is opened. */
export async function hidesVariables() {
  asked ??= get('/app/settings.json').catch((problem) => {
    asked = null;
    throw problem;
  });
  return (await asked).variables === 'hidden';
}
