/** Instances, running or ended, by a filter that is in the address. */
import { h } from '../parts/dom.js';
import { INSTANCE_STATES, instanceState } from '../parts/instance-state.js';
import { listPage, partField, textField, variablesField } from '../parts/list.js';
import { definitionLink } from '../parts/of-instance.js';
import { age, moment } from '../parts/time.js';
import { endOfId, instanceLink } from '../parts/words.js';

export default listPage('instances-page', {
  title: 'Instances', one: 'instance',
  path: '/history/process-instance',
  states: INSTANCE_STATES,
  fields: [
    partField('businessKey', 'Business key', 'processInstanceBusinessKeyLike'),
    textField('definition', 'Process (key)', 'processDefinitionKey', 'order'),
    variablesField,
  ],
  columns: () => [
    { name: 'Instance', sort: 'businessKey', cell: ({ id, businessKey }) => instanceLink(id, businessKey) },
    { name: 'Process', sort: 'definitionKey', cell: definitionLink },
    { name: 'Version', sort: 'definitionVersion', right: true, cell: ({ processDefinitionVersion }) => processDefinitionVersion },
    { name: 'State', cell: (instance) => instanceState(instance) },
    { name: 'Started', sort: 'startTime', cell: ({ startTime }) => moment(startTime) },
    { name: 'Age', cell: ({ startTime, endTime }) => (endTime ? '' : age(startTime)) },
    { name: 'Ended', sort: 'endTime', cell: ({ endTime }) => moment(endTime) },
    { name: 'Id', cell: ({ id }) => h('span', { class: 'id', title: id }, endOfId(id)) },
  ],
  sorted: 'startTime', order: 'desc', none: 'The filter finds no instance',
});
