/**
 * One external-task worker: fetch and lock, work, report, and again.
 *
 * It knows nothing of the page; it says `change` whenever it is in another state, and tells what happens.
 */
import * as api from './api.js';
import { Backoff } from './backoff.js';
import { NoAnswer, Refused } from './http.js';
import { Job } from './job.js';
import { report } from './report.js';
import { nextWorkMs, settings } from './settings.js';
import { tell } from './happenings.js';
import { clockTime, fromWire, seconds, sleep } from './time.js';
import { takeTurn } from './turns.js';

const TICK_MS = 50;
const FAILS_AT = 0.6;

export class VideoWorker extends EventTarget {
  job = null;
  note = 'Not asking yet: the process is being deployed';
  failsNext = false;
  retires = false;
  reports = false;
  vanished = false;
  #leaving = new AbortController();
  #backoff = new Backoff();
  #rests = false;

  constructor(topic, name, suffix) {
    super();
    this.topic = topic;
    this.name = name;
    this.id = `${name}-${suffix}`;
  }

  get state() {
    if (this.vanished) return 'vanished';
    if (this.#rests || (this.job && this.failsNext)) return 'failing';
    return this.job ? 'working' : 'idle';
  }

  /** Works until it is told to leave, retires or vanishes. */
  async run() {
    try {
      while (!this.#isGone() && !this.retires) await this.#round();
    } catch (cause) {
      if (!this.#isGone()) throw cause;
    }
    this.dispatchEvent(new Event('gone'));
  }

  /** Arms or disarms the switch; a task in hand counts as the next one. */
  toggleFailure() {
    this.failsNext = !this.failsNext;
    this.#changed();
  }

  /** Takes no further task; leaves at once if it has none. */
  retire() {
    this.retires = true;
    if (!this.job) this.leave();
    this.#changed();
  }

  /** Disappears as a crashed process does: it reports nothing, and its lock stays. */
  vanish() {
    this.vanished = true;
    this.#tell('vanished', this.job ? `vanished with “${this.job.video}” in its hands` : 'vanished; it had no task');
    this.leave();
    this.#changed();
    if (this.job) this.#watchTheLock();
  }

  /** Drops everything, and a call that waits at the server as well. */
  leave() {
    this.#leaving.abort();
  }

  #isGone() {
    return this.#leaving.signal.aborted;
  }

  async #round() {
    const fetched = await this.#fetch();
    if (!fetched) return;

    this.#take(fetched);
    try {
      await this.#work();
    } catch (problem) {
      if (this.#isGone()) throw problem;
      this.#lose(problem);
    }
    this.job = null;
    this.#changed();
  }

  /** Resolves to a task and the call that brought it, or to nothing. */
  async #fetch() {
    try {
      this.#say('Next in line to ask for work');
      const { call, body } = await this.#ask();
      this.#backoff.reset();
      if (body.length > 0) return { call, task: body[0] };
      this.#tell('nothing', `asked for work and waited ${seconds(settings.waitMs)}: there was none`, call);
    } catch (problem) {
      if (this.#isGone() || !isTrouble(problem)) throw problem;
      await this.#stayAway(problem);
    }
    return null;
  }

  async #ask() {
    const giveBack = await takeTurn(this.topic.name, this.#leaving.signal);
    try {
      this.#say('Waiting at the server for work');
      return await api.fetchAndLock(this.id, this.topic.name, this.#leaving.signal);
    } finally {
      giveBack();
    }
  }

  #take({ task, call }) {
    this.job = new Job(task, settings.lockMs, nextWorkMs());
    const until = clockTime(fromWire(task.lockExpirationTime));
    this.#tell('taken', `fetched and locked “${this.job.video}” until ${until}`, call);
  }

  async #work() {
    this.#say(this.topic.doing);
    while (this.job.progress() < 1) {
      if (this.failsNext && this.job.progress() >= FAILS_AT) return this.#fail();
      if (this.job.lock.isNearlyOver()) await this.#extend();
      await sleep(TICK_MS, this.#leaving.signal);
    }
    return this.failsNext ? this.#fail() : this.#complete();
  }

  async #extend() {
    const { call } = await this.#report(() => api.extendLock(this.job.taskId, this.id));
    this.job.lock.extend(settings.lockMs);
    this.#tell('extended', `needs longer for “${this.job.video}”: lock extended by ${seconds(settings.lockMs)}`, call);
  }

  async #complete() {
    const results = this.topic.results(this.job.video);
    const { call } = await this.#report(() => api.complete(this.job.taskId, this.id, results));
    const shown = Object.entries(results).map(([name, value]) => `${name} = ${value}`);
    const variables = { ...this.job.variables, ...results };
    this.#tell('completed', `completed “${this.job.video}”, ${shown.join(', ')}`, call, { variables });
  }

  async #fail() {
    const retries = this.job.retriesAfterFailure();
    const reason = `${this.topic.doing} went wrong`;
    const { call } = await this.#report(() => api.failure(this.job.taskId, this.id, reason, retries));
    const left = retries === 1 ? '1 retry left' : `${retries} retries left`;
    const returns = `returns in ${seconds(settings.retryMs)}, ${left}`;
    this.#tell('failed', `reported a failure of “${this.job.video}”; it ${returns}`, call);
    await this.#rest(`Gave “${this.job.video}” back: it ${returns}`);
  }

  /** Stays away from the next task for a moment, so that one can see who takes the failed one. */
  async #rest(note) {
    this.job = null;
    this.failsNext = false;
    this.#rests = true;
    this.#say(note);
    try {
      await sleep(settings.retryMs / 2, this.#leaving.signal);
    } finally {
      this.#rests = false;
    }
  }

  async #report(send) {
    this.reports = true;
    this.#changed();
    try {
      return await report(send, this.job.lock, this.#leaving.signal);
    } finally {
      this.reports = false;
      this.#changed();
    }
  }

  /** The report was not accepted, so the task is no longer this worker's. */
  #lose(problem) {
    if (!isTrouble(problem)) throw problem;
    this.#tell('trouble', `lets go of “${this.job.video}”: ${problem.message}`, problem.call);
  }

  async #stayAway(problem) {
    const pause = this.#backoff.after(problem);
    if (problem instanceof Refused) {
      this.#tell('trouble', `could not fetch: ${problem.message}. Tries again in ${seconds(pause)}`, problem.call);
    }
    this.#say(`${problem.message}. Tries again in ${seconds(pause)}`);
    await sleep(pause, this.#leaving.signal);
  }

  async #watchTheLock() {
    await sleep(this.job.lock.remainingMs());
    this.#tell('ranOut', `does not come back; its lock on “${this.job.video}” ran out`);
    this.#changed();
  }

  #tell(kind, words, call = null, more = {}) {
    tell({ kind, words, call, who: this.name, topic: this.topic.name, taskId: this.job?.taskId, ...more });
  }

  #say(note) {
    this.note = note;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

function isTrouble(problem) {
  return problem instanceof NoAnswer || problem instanceof Refused;
}
