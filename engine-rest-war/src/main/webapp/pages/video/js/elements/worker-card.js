/** One worker: what it does, under which lock, and the two switches that make it misbehave. */
import './lock-ring.js';
import { calmMotion, h, write } from '../dom.js';
import { shortId } from '../short-id.js';
import { seconds } from '../time.js';

const FRAME_MS = 60;
const CALM_FRAME_MS = 1_000;

class WorkerCard extends HTMLElement {
  #state = h('span', { class: 'state' });
  #ring = h('lock-ring');
  #video = h('p', { class: 'video' });
  #task = h('p', { class: 'task' });
  #bar = h('progress', { max: 100, value: 0, 'aria-label': 'Work done' });
  #note = h('p', { class: 'note' });
  #fail = h('button', { type: 'button', class: 'small', 'data-testid': 'fail', click: () => this.worker.toggleFailure() }, 'Fail next');
  #vanish = h('button', { type: 'button', class: 'small', 'data-testid': 'vanish', click: () => this.worker.vanish() }, 'Vanish');
  #dismiss = h('button', { type: 'button', class: 'small', 'data-testid': 'dismiss', click: () => this.remove() }, 'Dismiss');
  #frame;

  connectedCallback() {
    const { topic, id, name } = this.worker;
    this.dataset.testid = 'worker';
    this.dataset.topic = topic.name;
    this.dataset.workerId = id;
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', `Worker ${name}`);
    this.#fail.title = 'The task in hand, or else the next one, is reported as failed';
    this.#vanish.title = 'The worker disappears without a word, as if its process had been killed';
    this.replaceChildren(
      h('header', {}, h('h3', {}, name, h('small', {}, id.slice(name.length))), this.#state),
      this.#ring,
      h('div', { class: 'hand' }, this.#video, this.#task, this.#bar),
      this.#note,
      h('footer', {}, this.#fail, this.#vanish, this.#dismiss));
    this.worker.addEventListener('change', () => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    clearTimeout(this.#frame);
  }

  /** Another worker has taken over what this one left behind. */
  takenOverBy(name) {
    this.takenOver = name;
    this.#show();
  }

  #show() {
    const { worker } = this;
    const { job, vanished, reports } = worker;
    this.dataset.state = worker.state;
    this.classList.toggle('taken-over', Boolean(this.takenOver));
    write(this.#state, worker.retires && !vanished ? `${worker.state}, then leaves` : worker.state);
    write(this.#video, job ? job.video : 'No task');
    this.#video.title = job ? job.video : '';
    write(this.#task, job ? describe(job) : '');
    this.#task.hidden = !job;
    this.#bar.hidden = !job;
    this.#fail.setAttribute('aria-pressed', worker.failsNext);
    this.#fail.disabled = vanished || reports;
    this.#vanish.disabled = vanished || reports;
    this.#dismiss.hidden = !vanished;
    this.#fail.hidden = vanished;
    this.#vanish.hidden = vanished;
    this.#move();
  }

  /** Shows what changes by itself: the lock, the progress and, for a vanished worker, the seconds left. */
  #move() {
    clearTimeout(this.#frame);
    const { job, vanished } = this.worker;
    this.#ring.show(job?.lock ?? null);
    if (!vanished) this.#bar.value = job ? Math.round(100 * job.progress()) : 0;
    write(this.#note, vanished ? this.#epitaph() : this.#currentNote());
    const lives = job && !(vanished && job.lock.isOver());
    if (lives) this.#frame = setTimeout(() => this.#move(), calmMotion.matches ? CALM_FRAME_MS : FRAME_MS);
  }

  #currentNote() {
    const { job, note, failsNext, reports } = this.worker;
    if (!job) return failsNext ? `${note}. Will fail with the next task` : note;
    if (reports) return 'Reporting to the server';
    return `${note}${failsNext ? ', but about to fail' : ''} · ${Math.round(100 * job.progress())} %`;
  }

  #epitaph() {
    const { job } = this.worker;
    if (!job) return 'Gone while it waited. It had no task, so nothing is missing.';
    if (this.takenOver) return `${this.takenOver} has taken the task over.`;
    if (job.lock.isOver()) return 'The lock has run out. The task waits for whoever asks next.';
    return `Gone without a word. Nobody else gets the task for ${seconds(job.lock.remainingMs())}.`;
  }
}

function describe({ taskId, retries }) {
  const task = `task ${shortId(taskId)}`;
  if (retries == null) return task;
  return `${task} · ${retries === 1 ? '1 retry left' : `${retries} retries left`}`;
}

customElements.define('worker-card', WorkerCard);
