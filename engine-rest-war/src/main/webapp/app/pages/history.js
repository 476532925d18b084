/** Instances that have ended, by when, how and what. */
import { h } from '../parts/dom.js';
import { instanceState } from '../parts/instance-state.js';
import { listPage, partField, textField, timeField, variablesField } from '../parts/list.js';
import { definitionLink } from '../parts/of-instance.js';
import { lengthOf, moment } from '../parts/time.js';
import { endOfId, instanceLink } from '../parts/words.js';

export default listPage('history-page', {
  title: 'History', one: 'ended instance',
  path: '/history/process-instance', base: { finished: true },
  states: {
    '': ['All', {}],
    completed: ['Completed', { completed: true }],
    cancelled: ['Cancelled', { externallyTerminated: true }],
    caller: ['Ended by their caller', { internallyTerminated: true }],
    incidents: ['Had incidents', { withIncidents: true }],
  },
  fields: [
    partField('businessKey', 'Business key', 'processInstanceBusinessKeyLike'),
    textField('definition', 'Process (key)', 'processDefinitionKey', 'order'),
    timeField('startedAfter', 'Started after', 'startedAfter'),
    timeField('startedBefore', 'Started before', 'startedBefore'),
    timeField('endedAfter', 'Ended after', 'finishedAfter'),
    timeField('endedBefore', 'Ended before', 'finishedBefore'),
    variablesField,
  ],
  columns: () => [
    { name: 'Instance', sort: 'businessKey', cell: ({ id, businessKey }) => instanceLink(id, businessKey) },
    { name: 'Process', sort: 'definitionKey', cell: definitionLink },
    { name: 'Version', sort: 'definitionVersion', right: true, cell: ({ processDefinitionVersion }) => processDefinitionVersion },
    { name: 'State', cell: (instance) => [instanceState(instance), instance.deleteReason && h('p', { class: 'hint' }, instance.deleteReason)] },
    { name: 'Started', sort: 'startTime', cell: ({ startTime }) => moment(startTime) },
    { name: 'Ended', sort: 'endTime', cell: ({ endTime }) => moment(endTime) },
    { name: 'Took', sort: 'duration', cell: ({ durationInMillis }) => lengthOf(durationInMillis) },
    { name: 'Id', cell: ({ id }) => h('span', { class: 'id', title: id }, endOfId(id)) },
  ],
  sorted: 'endTime', order: 'desc', none: 'The filter finds no ended instance',
});
