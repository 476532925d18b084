/** Jobs of all instances: what is due when, what has failed, and what can be done with them. */
import { idsWith, withInstances } from '../api/instance-names.js';
import { jobColumns, retriesOfAllButton } from '../parts/jobs.js';
import { listPage, textField } from '../parts/list.js';
import { instanceColumn, processColumn } from '../parts/of-instance.js';

export default listPage('jobs-page', {
  title: 'Jobs', one: 'job',
  path: '/job', complete: withInstances,
  states: {
    '': ['All', {}],
    due: ['Due', { executable: true }],
    timers: ['Timers', { timers: true }],
    failing: ['Failing', { withException: true, withRetriesLeft: true }],
    stuck: ['No retries left', { noRetriesLeft: true }],
    suspended: ['Suspended', { suspended: true }],
  },
  fields: [
    { name: 'businessKey', label: 'Business key', hint: 'a part of it', filter: async (text, query, signal) => ({ processInstanceIds: await idsWith(text, signal) }) },
    textField('definition', 'Process (key)', 'processDefinitionKey', 'order'),
    textField('activity', 'Activity (id)', 'activityId', 'charge'),
    textField('message', 'Last failure', 'exceptionMessage', 'the whole message'),
    { ...textField('job', 'Job', 'jobId'), chip: true },
  ],
  columns: (refresh) => {
    const [job, ...others] = jobColumns(refresh);
    return [job, instanceColumn('jobs'), processColumn, ...others];
  },
  bulk: retriesOfAllButton,
  sorted: 'jobDueDate', none: 'The filter finds no job',
});
