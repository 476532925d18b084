/**
 * What can be done with all tasks that a filter finds. Each says how many there are, and resolves to what takes it back:
 * `{ was, ask, batch }`, the words for what was before, the question that sets it again, and the batch that must have
 * ended before. What somebody has changed since is not set again.
 */
import { allTasks, countTasks, instancesThatAre, sendForEach, setPriority, setRetriesOf, setRetriesOfAll, suspendInstances, tasksWith, unlock } from '../../api/external-tasks.js';
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
  let set;
  const answer = await ask({
    title: `Set the retries of ${tasks}`,
    words: ['All tasks that the filter finds now; a batch does it in the background. More than 0 ends their incidents.', undoWords(count)],
    fields: [{ name: 'retries', label: 'Retries', type: 'number', value: 1, min: 0, required: true }],
    request: ({ retries }) => setRetriesOfAll(query, retries),
    yes: `Set retries of ${tasks}`,
    run: async (request, progress, signal) => {
      set = request.body.retries;
      before = count > MOST_TO_UNDO ? null : await allTasks(query, signal, MOST_TO_UNDO);
      signal.throwIfAborted();
      return send(request);
    },
  });
  if (answer === null) return null;
  const batch = JSON.parse(answer).id;
  return { batch, undo: before && { ...undoRetries(before, set), batch } };
}

/** There is nothing that takes it back: nobody can give a lock to a worker again. */
export async function bulkUnlock(query) {
  const tasks = counted(await countTasks(query), 'task');
  await ask({
    title: `Unlock ${tasks}`,
    words: ['One request for each task that the filter finds; the one below stands for them. Workers that hold them lose them: this cannot be undone.'],
    request: () => unlock('ID'),
    yes: `Unlock ${tasks}`,
    done: doneWords,
    run: async (request, progress, signal) => sendForEach(await allTasks(query, signal), ({ id }) => unlock(id), progress, signal),
  });
}

export async function bulkPriority(query) {
  const count = await countTasks(query);
  const tasks = counted(count, 'task');
  let before = null;
  const set = new Set();
  await ask({
    title: `Set the priority of ${tasks}`,
    words: ['One request for each task that the filter finds; the one below stands for them.', undoWords(count)],
    fields: [{ name: 'priority', label: 'Priority', type: 'number', value: 50, required: true }],
    request: ({ priority }) => setPriority('ID', priority),
    yes: `Set the priority of ${tasks}`,
    done: doneWords,
    run: async ({ body }, progress, signal) => {
      // A second attempt must not take for what was before what the first has set.
      const found = before ?? await allTasks(query, signal);
      if (found.length <= MOST_TO_UNDO) before = found;
      set.add(body.priority);
      return sendForEach(found, ({ id }) => setPriority(id, body.priority), progress, signal);
    },
  });
  // What was set before it was stopped or refused can be taken back as well.
  return before?.length > 0 && set.size > 0 ? { undo: undoPriority(before, set) } : null;
}

/** Suspends the instances of the tasks, or activates them: the API suspends no task alone. */
export async function bulkSuspend(query, suspended) {
  const count = await countTasks(query);
  if (count > MOST_TO_UNDO) throw new Error(`The instances of ${counted(count, 'task')} are too many for one request, of at most ${number(MOST_TO_UNDO)}: use the filter`);
  const found = await allTasks(query, undefined, MOST_TO_UNDO);
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

const doneWords = (sent) => `${counted(sent, 'task')}: done`;

function undoSuspension(ids, suspended) {
  const instances = counted(ids.length, 'instance');
  return {
    was: `${instances} ${suspended ? 'suspended; before, active' : 'activated; before, suspended'}`,
    ask: () => ask({
      title: `${suspended ? 'Activate' : 'Suspend'} ${instances} again`, words: [UNDO_RULE],
      request: () => suspendInstances(ids, !suspended), yes: 'Undo', done: undoneWords('instance'),
      run: async (request, progress, signal) => {
        const ours = await instancesThatAre(suspended, ids, signal);
        signal.throwIfAborted();
        if (ours.length > 0) await send(suspendInstances(ours, !suspended));
        return { undone: ours.length, left: ids.length - ours.length };
      },
    }),
  };
}

function undoPriority(before, set) {
  const tasks = counted(before.length, 'task');
  return {
    was: `Priority of ${tasks} set; before, ${groupWords(before, 'priority')}`,
    ask: () => ask({
      title: `Give ${tasks} their priority again`, words: [`Before: ${groupWords(before, 'priority')}. One request for each; the one below stands for them.`, UNDO_RULE],
      request: () => setPriority(before[0].id, before[0].priority), yes: 'Undo', done: undoneWords('task'),
      run: async (request, progress, signal) => {
        const { ours, left } = await stillSet(before, 'priority', set, signal);
        return { undone: await sendForEach(ours, ({ id, priority }) => setPriority(id, priority), progress, signal), left };
      },
    }),
  };
}

function undoRetries(before, set) {
  const limited = before.filter(({ retries }) => retries != null);
  const unlimited = before.length - limited.length;
  const groups = groupsOf(limited);
  return {
    was: `Retries of ${counted(before.length, 'task')} set; before, ${groupWords(before, 'retries')}`,
    ask: groups.length === 0 ? null : () => ask({
      title: `Give ${counted(limited.length, 'task')} their retries again`,
      words: [
        `Before: ${groupWords(before, 'retries')}. ${counted(groups.length, 'batch', 'batches')} in the background${groups.length > 1 ? ', of which the first is below' : ''}. 0 makes an incident again.`,
        unlimited > 0 ? `${counted(unlimited, 'task')} had no limit, which the API cannot set: they keep what they have.` : '',
        UNDO_RULE,
      ].filter(Boolean),
      request: () => groups[0], yes: 'Undo', done: undoneWords('task', 'being set as before'),
      run: async (request, progress, signal) => {
        const { ours, left } = await stillSet(limited, 'retries', new Set([set]), signal);
        await sendForEach(groupsOf(ours), (group) => group, progress, signal);
        return { undone: ours.length, left };
      },
    }),
  };
}

const groupsOf = (tasks) => [...Map.groupBy(tasks, ({ retries }) => retries)].map(([retries, all]) => setRetriesOf(all.map(({ id }) => id), retries));

const UNDO_RULE = 'What was changed again since, or has ended, is left alone.';

const undoneWords = (one, words = 'as before') => ({ undone, left }) => `${counted(undone, one)} ${words}${left > 0 ? `, ${number(left)} left alone` : ''}`;

/** The tasks that still have a value that was set here, and how many have another. */
async function stillSet(before, name, set, signal) {
  const now = new Map((await tasksWith(before.map(({ id }) => id), signal)).map((task) => [task.id, task[name]]));
  const changed = before.filter((task) => now.get(task.id) !== task[name]);
  const ours = changed.filter(({ id }) => set.has(now.get(id)));
  return { ours, left: changed.length - ours.length };
}

/** `2 tasks had 0, 1 task had 50`. */
function groupWords(tasks, name) {
  return [...Map.groupBy(tasks, (task) => task[name])].map(([value, all]) => `${counted(all.length, 'task')} had ${value == null ? 'no limit' : number(value)}`).join(', ');
}
