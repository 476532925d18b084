/**
 * Whose turn it is to wait at the server.
 *
 * A browser opens about six HTTP/1.1 connections to one server, for all its tabs together. If every idle worker
 * kept one, a dozen of them would leave none to complete a task with. So two workers of each topic wait at a time,
 * and the next one steps up as soon as one of them leaves with a task.
 */
const PLACES = [1, 2];

/** Resolves, when a place for this topic is free, to the function that gives the place back. */
export async function takeTurn(topicName, signal) {
  const settled = new AbortController();
  const attempts = PLACES.map((place) =>
    hold(`waiting for ${topicName}, place ${place}`, AbortSignal.any([signal, settled.signal]), settled));
  try {
    return await Promise.any(attempts);
  } catch (refused) {
    signal.throwIfAborted();
    throw refused;
  }
}

/** Resolves once the place is held, unless another place was given first. */
function hold(place, signal, settled) {
  return new Promise((granted, refused) => {
    const keep = () => {
      if (settled.signal.aborted) return refused(settled.signal.reason);
      return new Promise((giveBack) => {
        granted(giveBack);
        settled.abort();
      });
    };
    queue(place, signal, keep).catch(refused);
  });
}

/** Tabs see each other's places where the browser offers locks between them (https and localhost only). */
const queue = navigator.locks
  ? (place, signal, keep) => navigator.locks.request(`outwork: ${place}`, { signal }, keep)
  : queueInThisTab;

const ends = new Map();

async function queueInThisTab(place, signal, keep) {
  const before = ends.get(place) ?? Promise.resolve();
  const mine = before.then(() => (signal.aborted ? undefined : keep()));
  ends.set(place, mine);
  await Promise.race([mine, raised(signal)]);
}

function raised(signal) {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
