/** A heat map of durations: marks for the diagram, what its colours mean, and the numbers as a table. */
import { h } from './dom.js';
import { table } from './table.js';
import { lengthOf } from './time.js';
import { counted, number } from './words.js';

const STEPS = 5;
// What an engine does at once tells nothing about where time goes.
const WORTH_SHOWING_MS = 1;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** The scale of a heat map: equal steps of the logarithm, because a process has seconds and days. */
export function scaleOf(activities) {
  const medians = activities.map(medianOf).filter((median) => median >= WORTH_SHOWING_MS);
  if (medians.length === 0) return null;
  const [least, most] = [Math.log(Math.min(...medians)), Math.log(Math.max(...medians))];
  const width = (most - least) / STEPS;
  return {
    heatOf: (median) => (median < WORTH_SHOWING_MS ? 0 : width === 0 ? STEPS : Math.min(STEPS, 1 + Math.floor((Math.log(median) - least) / width))),
    bounds: Array.from({ length: width === 0 ? 1 : STEPS + 1 }, (_, i) => Math.round(Math.exp(least + i * width))),
  };
}

/** The body of a multi-instance activity is drawn as the activity, which has durations of its own. */
export function heatMarks(activities) {
  const scale = scaleOf(activities);
  if (!scale) return [];
  return activities.filter(({ id }) => !id.endsWith('#multiInstanceBody')).map((activity) => {
    const median = medianOf(activity);
    const heat = scale.heatOf(median);
    return { activityId: activity.id, heat, label: heat > 0 ? spanOf(median) : null, words: wordsOf(activity) };
  });
}

export function heatLegend({ instances, activities, isPart }) {
  const scale = scaleOf(activities);
  if (instances === 0) return h('p', { class: 'muted' }, 'No instance of this version has ended: there are no durations yet.');
  return h('div', { class: 'heat' },
    h('p', {}, `The median of how long each activity took, in ${instances === 1 ? 'the one instance that has ended' : `the last ${number(instances)} instances that have ended`}`,
      isPart && ', as far as they were read', '.'),
    scale ? h('ul', { 'class': 'legend', 'aria-label': 'Colours' }, rangesOf(scale.bounds).map(([heat, words]) =>
      h('li', {}, h('span', { 'class': `swatch heat-${heat}`, 'aria-hidden': 'true' }), words))) : h('p', { class: 'muted' }, 'All of them took less than a millisecond.'));
}

function rangesOf(bounds) {
  if (bounds.length === 1) return [[STEPS, spanOf(bounds[0])]];
  return bounds.slice(1).map((bound, i) => [i + 1, `${spanOf(bounds[i])} – ${spanOf(bound)}`]);
}

export function durationTable(activities) {
  const rows = activities.toSorted((one, other) => medianOf(other) - medianOf(one));
  return h('details', { 'data-key': 'durations' }, h('summary', {}, `Durations of ${counted(rows.length, 'activity', 'activities')}`),
    table(COLUMNS, rows, { label: 'Durations' }));
}

const COLUMNS = [
  { name: 'Activity', cell: ({ id, name }) => name || id },
  { name: 'Median', right: true, cell: (activity) => spanOf(medianOf(activity)) },
  { name: 'Nine of ten within', right: true, cell: ({ durations }) => spanOf(durations[Math.ceil(durations.length * 0.9) - 1]) },
  { name: 'Longest', right: true, cell: ({ durations }) => spanOf(durations.at(-1)) },
  { name: 'Completed', right: true, cell: ({ durations }) => number(durations.length) },
];

function wordsOf({ name, id, durations }) {
  return `${name || id}: median ${spanOf(medianOf({ durations }))}, longest ${spanOf(durations.at(-1))}, completed ${counted(durations.length, 'time')}`;
}

/** Two digits for seconds: most activities of workers take some. */
function spanOf(ms) {
  return ms >= SECOND_MS && ms < MINUTE_MS ? `${(ms / SECOND_MS).toFixed(1)} s` : ms === 0 ? '0 ms' : lengthOf(ms);
}

function medianOf({ durations }) {
  const middle = (durations.length - 1) / 2;
  return Math.round((durations[Math.floor(middle)] + durations[Math.ceil(middle)]) / 2);
}
