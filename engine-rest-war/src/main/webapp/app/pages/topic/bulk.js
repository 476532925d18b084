/**
 * What can be done with all tasks that a filter finds. Each says how many there are, and resolves to what takes it back:
 * `{ was, ask }`, the words for what was before, and the question that sets it again.
 */
import { allTasks, countTasks, sendForEach, setPriority, setRetriesOf, setRetriesOfAll, suspendInstances, unlock } from '../../api/external-tasks.js';
import { send } from '../../api/http.js';
import { ask } from '../../parts/ask.js';
import { counted, number } from '../../parts/words.js';

// What was before is kept in the page.
const MOST_TO_UNDO = 10_000;

/** Sets retries by a batch. Resolves to the id of the batch as well. */
export async function bulkRetries(query) {
  const count = await countTasks(query);
  const tasks = counted(count, 'task');
  let before = null;
  const answer = await ask({
    title: `Set the retries of ${tasks}`,
    words: ['All tasks that the filter finds now; a batch does it in the background. More than 0 ends their incidents.', undoWords(count)],
    fields: [{ name: 'retries', label: 'Retries', type: 'number', value: 1, min: 0, required: true }],
    request: ({ retries }) => setRetriesOfAll(query, retries),
    yes: `Set retries of ${tasks}`,
    run: async (request) => {
      before = count > MOST_TO_UNDO ? null : await allTasks(query, MOST_TO_UNDO);
      return send(request);
    },
  });
  return answer && { batch: JSON.parse(answer).id, undo: before && undoRetries(before) };
}

/** There is nothing that takes it back: nobody can give a lock to a worker again. */
export async function bulkUnlock(query) {
  const tasks = counted(await countTasks(query), 'task');
  await ask({
    title: `Unlock ${tasks}`,
    words: ['One request for each task that the filter finds; the one below stands for them. Workers that hold them lose them: this cannot be undone.'],
    request: () => unlock('ID'),
    yes: `Unlock ${tasks}`,
    done: `${tasks}: done`,
    run: async (request, progress, signal) => sendForEach(await allTasks(query), ({ id }) => unlock(id), progress, signal),
  });
}

export async function bulkPriority(query) {
  const count = await countTasks(query);
  const tasks = counted(count, 'task');
  let before = null;
  await ask({
    title: `Set the priority of ${tasks}`,
    words: ['One request for each task that the filter finds; the one below stands for them.', undoWords(count)],
    fields: [{ name: 'priority', label: 'Priority', type: 'number', value: 50, required: true }],
    request: ({ priority }) => setPriority('ID', priority),
    yes: `Set the priority of ${tasks}`,
    done: `${tasks}: done`,
    run: async ({ body }, progress, signal) => {
      before = await allTasks(query);
      await sendForEach(before, ({ id }) => setPriority(id, body.priority), progress, signal);
    },
  });
  // What was set before it was stopped or refused can be taken back as well.
  return before && before.length <= MOST_TO_UNDO ? { undo: undoPriority(before) } : null;
}

/** Suspends the instances of the tasks, or activates them: the API suspends no task alone. */
export async function bulkSuspend(query, suspended) {
  const count = await countTasks(query);
  if (count > MOST_TO_UNDO) throw new Error(`The instances of ${counted(count, 'task')} are too many for one request, of at most ${number(MOST_TO_UNDO)}: use the filter`);
  const found = await allTasks(query, MOST_TO_UNDO);
  const changed = found.filter((task) => task.suspended !== suspended);
  if (changed.length === 0) throw new Error(`The instances of all these tasks are ${suspended ? 'suspended' : 'active'} already`);
  const ids = [...new Set(changed.map(({ processInstanceId }) => processInstanceId))];
  const instances = counted(ids.length, 'instance');
  const verb = suspended ? 'Suspend' : 'Activate';
  const answer = await ask({
    title: `${verb} ${instances}`,
    words: [
      `The instances of ${counted(found.length, 'task')} that the filter finds, all or none. ${suspended
        ? 'Nobody can fetch any of their tasks, and none of their jobs runs, until they are activated.' : 'Their tasks can be fetched and their jobs run again.'}`,
      'It can be undone on this page.',
    ],
    request: () => suspendInstances(ids, suspended),
    yes: `${verb} ${instances}`,
    done: `${instances}: ${suspended ? 'suspended' : 'active'}`,
  });
  return answer === null ? null : { undo: undoSuspension(ids, suspended) };
}

function undoWords(count) {
  return count > MOST_TO_UNDO ? `More than ${number(MOST_TO_UNDO)}: it cannot be undone.` : 'It can be undone on this page.';
}

function undoSuspension(ids, suspended) {
  const instances = counted(ids.length, 'instance');
  return {
    was: `${instances} ${suspended ? 'suspended; before, active' : 'activated; before, suspended'}`,
    ask: () => ask({
      title: `${suspended ? 'Activate' : 'Suspend'} ${instances} again`, request: () => suspendInstances(ids, !suspended), yes: 'Undo', done: `${instances}: as before`,
    }),
  };
}

function undoPriority(before) {
  const tasks = counted(before.length, 'task');
  return {
    was: `Priority of ${tasks} set; before, ${groupWords(before, 'priority')}`,
    ask: () => ask({
      title: `Give ${tasks} their priority again`, words: [`Before: ${groupWords(before, 'priority')}. One request for each; the one below stands for them.`],
      request: () => setPriority(before[0].id, before[0].priority), yes: 'Undo', done: `${tasks}: as before`,
      run: (request, progress, signal) => sendForEach(before, ({ id, priority }) => setPriority(id, priority), progress, signal),
    }),
  };
}

function undoRetries(before) {
  const limited = before.filter(({ retries }) => retries != null);
  const unlimited = before.length - limited.length;
  const groups = [...Map.groupBy(limited, ({ retries }) => retries)].map(([retries, tasks]) => setRetriesOf(tasks.map(({ id }) => id), retries));
  return {
    was: `Retries of ${counted(before.length, 'task')} set; before, ${groupWords(before, 'retries')}`,
    ask: groups.length === 0 ? null : () => ask({
      title: `Give ${counted(limited.length, 'task')} their retries again`,
      words: [
        `Before: ${groupWords(before, 'retries')}. ${counted(groups.length, 'batch', 'batches')} in the background${groups.length > 1 ? ', of which the first is below' : ''}. 0 makes an incident again.`,
        unlimited > 0 ? `${counted(unlimited, 'task')} had no limit, which the API cannot set: they keep what they have.` : '',
      ].filter(Boolean),
      request: () => groups[0], yes: 'Undo', done: 'The retries are being set as before',
      run: (request, progress, signal) => sendForEach(groups, (group) => group, progress, signal),
    }),
  };
}

/** `2 tasks had 0, 1 task had 50`. */
function groupWords(tasks, name) {
  return [...Map.groupBy(tasks, (task) => task[name])].map(([value, all]) => `${counted(all.length, 'task')} had ${value == null ? 'no limit' : number(value)}`).join(', ');
}
