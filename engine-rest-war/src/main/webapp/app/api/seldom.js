/** Spares the engine what is dear: an answer that took long is kept for many times as long. */
const CHEAP_MS = 250;
const PAUSES = 20;
const MOST_KEPT = 50;

const all = [];

/**
 * Asks only now and then. What took less than a quarter of a second is asked each time; a count of millions of rows
 * costs a page that stays open at most a twentieth of the time.
 *
 * @param {(key: string, signal: AbortSignal) => Promise} ask what is asked, by its key
 * @param {number} pause how long an answer is kept in any case, in milliseconds
 */
export function seldom(ask, pause = 0) {
  const kept = new Map();
  all.push(kept);
  return async (key, signal) => {
    const known = kept.get(key);
    if (known && Date.now() < known.until) return known.answer;
    const begun = Date.now();
    const answer = await ask(key, signal);
    const took = Date.now() - begun;
    kept.delete(key);
    const keep = Math.max(pause, took > CHEAP_MS ? PAUSES * took : 0);
    if (keep > 0) kept.set(key, { until: Date.now() + keep, answer });
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
    return answer;
  };
}

/** What was just done is seen at once. */
export function forgetAnswers() {
  for (const kept of all) kept.clear();
}
