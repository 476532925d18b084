/** What the operator has set for the console, and what its user may do. Asked for again once in a while: grants change. */
import { get } from './http.js';

const KEPT_MS = 300_000;

// As long as nothing is known, no value is shown in passing, and everything is offered: the server refuses what it must.
let known = { variables: 'hidden', login: false, user: null, may: null };
let asked = null;
let askedAt = 0;

/** Asks if it is not known, or was asked long ago. */
export async function learnSettings() {
  if (Date.now() - askedAt > KEPT_MS) {
    askedAt = Date.now();
    asked = get('/app/settings.json').then((settings) => { known = settings; }, () => { askedAt = 0; });
  }
  await asked;
}

/** Whether a value of a variable is shown only when it is opened. */
export const hidesVariables = () => known.variables === 'hidden';

/** Whether people log in at an identity provider. */
export const hasLogin = () => known.login;

/** The name of who has logged in, or null. */
export const user = () => known.user;

const patterns = (verb, thing) => (known.may ? known.may[thing]?.[verb] ?? [] : ['*']);

const matches = (pattern, name) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern);

/** Whether something may be done with a thing; of a thing without a known name, whether it may be done with any. */
export const may = (verb, thing, name) => (name == null ? maySome(verb, thing) : patterns(verb, thing).some((pattern) => matches(pattern, name)));

export const maySome = (verb, thing) => patterns(verb, thing).length > 0;

export const mayAll = (verb, thing) => patterns(verb, thing).includes('*');

/** Whether instances of a process, with all that belongs to them, may be changed. */
export const mayOperate = (processDefinitionKey) => may('operate', 'process', processDefinitionKey);

/** The same by the id of a definition, which begins with the key unless that is too long. */
export const mayOperateById = (processDefinitionId) => mayOperate(processDefinitionId?.includes(':') ? processDefinitionId.split(':')[0] : null);

/** Whether an external task may be unlocked, and get retries. */
export const mayOperateTask = ({ topicName, processDefinitionKey }) => may('operate', 'topic', topicName) || mayOperate(processDefinitionKey);
