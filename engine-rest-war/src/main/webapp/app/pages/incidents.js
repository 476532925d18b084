/** Open incidents of all instances, each with its stack trace and the click that repairs it. */
import { withInstances } from '../api/instance-names.js';
import { incidentColumns } from '../parts/incidents.js';
import { listPage, partField, textField, timeField } from '../parts/list.js';
import { instanceColumn, processColumn } from '../parts/of-instance.js';

export default listPage('incidents-page', {
  title: 'Incidents', one: 'open incident',
  path: '/incident', byAddress: true, complete: withInstances,
  states: {
    '': ['All', {}],
    tasks: ['External tasks', { incidentType: 'failedExternalTask' }],
    jobs: ['Jobs', { incidentType: 'failedJob' }],
  },
  fields: [
    partField('message', 'Message', 'incidentMessageLike'),
    textField('definition', 'Process (key)', 'processDefinitionKeyIn', 'order'),
    textField('activity', 'Activity (id)', 'activityId', 'charge'),
    timeField('since', 'Since', 'incidentTimestampAfter'),
    timeField('until', 'Until', 'incidentTimestampBefore'),
    { ...textField('incident', 'Incident', 'incidentId'), chip: true },
  ],
  columns: (refresh) => {
    const [what, ...others] = incidentColumns(refresh);
    return [what, instanceColumn('incidents'), processColumn, ...others];
  },
  sorted: 'incidentTimestamp', order: 'desc', none: 'The filter finds no open incident',
});
