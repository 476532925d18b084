/** The tab of what has happened: activities on a time line, with the story of their external tasks. */
import { to } from '../../address.js';
import { activitiesOf, countActivities, taskLogOf } from '../../api/instances.js';
import { h, svg } from '../../parts/dom.js';
import '../../parts/lock-story.js';
import { pageOf, pager } from '../../parts/table.js';
import { fromWire, lengthOf, moment } from '../../parts/time.js';
import { counted, instanceLink } from '../../parts/words.js';

const WIDTH = 1000;

export async function loadCourse(instance, query, signal) {
  const [rows, count, log] = await Promise.all([
    activitiesOf(instance.id, pageOf(query), signal), countActivities(instance.id, signal), taskLogOf(instance.id, signal),
  ]);
  return { rows, count, log };
}

export function courseTab(instance, { course: { rows, count, log }, called }, query) {
  const keys = new Map(called.map(({ id, businessKey }) => [id, businessKey]));
  const begin = fromWire(instance.startTime).getTime();
  const end = Math.max(begin + 1, instance.endTime ? fromWire(instance.endTime).getTime() : Date.now());
  return [
    h('ol', { class: 'course', 'aria-label': 'What has happened' }, rows.map((activity) => h('li', { 'data-key': activity.id },
      h('div', { class: 'what' }, h('b', {}, activity.activityName || activity.activityId), h('span', { class: 'muted' }, ` ${kindOf(activity)}`),
        activity.calledProcessInstanceId && [' ', instanceLink(activity.calledProcessInstanceId, keys.get(activity.calledProcessInstanceId))], activity.assignee && ` by ${activity.assignee}`),
      h('div', { class: 'when' }, moment(activity.startTime), ' ', took(activity)),
      bar(activity, begin, end),
      story(log.filter(({ activityInstanceId }) => activityInstanceId === activity.id))))),
    pager(query, count),
  ];
}

/** `userTask` is a user task. */
function kindOf({ activityType }) {
  return activityType.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function took({ endTime, durationInMillis, canceled }) {
  if (!endTime) return h('span', { class: 'state work' }, 'still there');
  return h('span', { class: canceled ? 'badly' : 'muted' }, `${canceled ? 'cancelled after' : 'took'} ${lengthOf(durationInMillis)}`);
}

function bar({ startTime, endTime }, begin, end) {
  const from = (WIDTH * (fromWire(startTime) - begin)) / (end - begin);
  const until = (WIDTH * ((endTime ? fromWire(endTime) : end) - begin)) / (end - begin);
  return svg('svg', { class: `span-bar ${endTime ? '' : 'open'}`, viewBox: `0 0 ${WIDTH} 8`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { class: 'all', x: 0, y: 3, width: WIDTH, height: 2 }),
    svg('rect', { class: 'part', x: Math.min(from, WIDTH - 6), y: 0, width: Math.max(6, until - from), height: 8 }));
}

function story(log) {
  if (log.length === 0) return null;
  return h('div', { class: 'story' }, h('ul', {}, log.map(entry)), h('lock-story', { '.task': log[0].externalTaskId }));
}

function entry(line) {
  const by = line.workerId && [' by ', h('a', { href: to(['worker', line.workerId]) }, line.workerId)];
  const words = line.creationLog ? ['created for topic ', h('a', { href: to(['topic', line.topicName]) }, line.topicName)]
    : line.successLog ? ['completed', by]
      : line.failureLog ? [h('span', { class: 'badly' }, 'failed'), by, line.retries != null && `, ${counted(line.retries, 'retry', 'retries')} left`, line.errorMessage && `: ${line.errorMessage}`]
        : line.deletionLog ? ['deleted'] : ['changed', by];
  return h('li', {}, moment(line.timestamp), ' ', words);
}
