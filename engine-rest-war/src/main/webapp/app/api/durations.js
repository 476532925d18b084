/** How long the activities of a definition have taken, from a few of its last instances. */
import { get, post, withQuery } from './http.js';
import { seldom } from './seldom.js';

const LAST_INSTANCES = 100;
const MOST_ACTIVITIES = 5_000;
const MINUTE_MS = 60_000;

/**
 * Of the last instances, by their start, that have ended: how many there are, and for each activity how often it was
 * completed and its durations in milliseconds, sorted. `isPart` tells that they had more activities than are read.
 */
export const durationsOf = seldom(async (definitionId, signal) => {
  const instances = await get('/history/process-instance',
    { processDefinitionId: definitionId, finished: true, sortBy: 'startTime', sortOrder: 'desc', maxResults: LAST_INSTANCES }, signal);
  if (instances.length === 0) return { instances: 0, activities: [], isPart: false };
  const ended = await post(withQuery('/history/activity-instance', { maxResults: MOST_ACTIVITIES }),
    { processInstanceIdIn: instances.map(({ id }) => id), finished: true }, signal);
  const completed = ended.filter(({ canceled }) => !canceled);
  const byActivity = Map.groupBy(completed, ({ activityId }) => activityId);
  return {
    instances: instances.length,
    isPart: ended.length === MOST_ACTIVITIES,
    activities: [...byActivity].map(([id, all]) => ({
      id, name: all[0].activityName, type: all[0].activityType, durations: all.map(({ durationInMillis }) => durationInMillis).sort((one, other) => one - other),
    })),
  };
}, MINUTE_MS);
