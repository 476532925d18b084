/** What the operator has set for the console; asked for once. */
import { get } from './http.js';

let asked = null;

/** Whether a value of a variable is shown only when it is opened. */
export const hidesVariables = async () => (await settings()).variables === 'hidden';

/** Whether people log in at an identity provider. */
export const hasLogin = async () => (await settings()).login;

function settings() {
  asked ??= get('/app/settings.json').catch((problem) => {
    asked = null;
    throw problem;
  });
  return asked;
}
