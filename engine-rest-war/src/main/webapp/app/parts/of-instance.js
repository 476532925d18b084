/** Columns of lists whose rows belong to an instance, after api/instance-names.js. */
import { to } from '../address.js';
import { h } from './dom.js';
import { instanceLink } from './words.js';

/** The instance of a row; the link opens one of its tabs. */
export function instanceColumn(tab) {
  return { name: 'Instance', cell: ({ processInstanceId, instance }) => instanceLink(processInstanceId, instance?.businessKey, { tab }) };
}

export const processColumn = {
  name: 'Process',
  cell: ({ processDefinitionId, processDefinitionKey, instance = {} }) => {
    const words = instance.processDefinitionName ?? instance.processDefinitionKey ?? processDefinitionKey ?? processDefinitionId;
    return processDefinitionId ? h('a', { href: to(['process', processDefinitionId]) }, words) : words;
  },
};

/** The definition of an instance of history. */
export function definitionLink({ processDefinitionId, processDefinitionName, processDefinitionKey }) {
  return h('a', { href: to(['process', processDefinitionId]) }, processDefinitionName ?? processDefinitionKey);
}
