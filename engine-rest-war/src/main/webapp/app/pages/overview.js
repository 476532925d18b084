/** The topics as a board that one reads from across the room: what alarms first, then what is stuck, then what waits. */
import { changeQuery, to } from '../address.js';
import { get } from '../api/http.js';
import { topics } from '../api/numbers.js';
import { h } from '../parts/dom.js';
import { Page } from '../parts/page.js';
import { age } from '../parts/time.js';
import '../parts/topic-spark.js';
import { unknownFilters } from '../parts/unknown-filters.js';
import { counted, number, rate } from '../parts/words.js';

const MOST_CARDS = 60;
const FEW_CARDS = 12;
const MOST_ALARMS = 12;
const COUNTS_EVERY_MS = 60_000;

class OverviewPage extends Page {
  #counts = {};
  #countedAt = 0;

  name() {
    return 'Overview';
  }

  async load(signal) {
    const [all, counts] = await Promise.all([topics(signal), this.#counted(signal)]);
    return { all: all.toSorted(byUrgency), alarming: all.filter(({ nobodyPollsSince }) => nobodyPollsSince), ...counts };
  }

  // Counting many rows costs more than the topics, which the engine shares among all who ask.
  async #counted(signal) {
    if (Date.now() - this.#countedAt > COUNTS_EVERY_MS) {
      const counts = await Promise.all(['/process-instance', '/incident', '/task'].map((list) => get(`${list}/count`, {}, signal)));
      const [running, incidents, userTasks] = counts.map(({ count }) => count);
      this.#counts = { running, incidents, userTasks };
      this.#countedAt = Date.now();
    }
    return this.#counts;
  }

  outline() {
    return [h('h1', { class: 'unseen', 'data-key': 'title' }, 'Overview')];
  }

  view({ all, alarming, running, incidents, userTasks }) {
    const sum = (of) => all.reduce((total, topic) => total + topic[of], 0);
    const { topic: wanted = '' } = this.query;
    const found = all.filter(({ topicName }) => topicName.toLowerCase().includes(wanted.toLowerCase()));
    return [
      ...this.outline(),
      unknownFilters(['topic'], this.query),
      alarming.length > 0 && h('section', { class: 'alarms', 'aria-label': 'Alarms', 'data-key': 'alarms' },
        alarming.slice(0, MOST_ALARMS).map(alarm),
        alarming.length > MOST_ALARMS && h('p', { class: 'alarm' }, `${counted(alarming.length - MOST_ALARMS, 'alarm')} more: their topics are the first below.`)),
      h('dl', { class: 'totals', 'data-key': 'totals' },
        total('Waiting', sum('waiting'), 'wait'), total('In work', sum('locked'), 'work'), total('Stuck', sum('exhausted'), 'stuck'),
        total('Running instances', running), total('Incidents', incidents, incidents > 0 ? 'stuck' : ''), total('User tasks', userTasks)),
      all.length === 0 && h('p', { class: 'nothing', 'data-key': 'none' },
        'No topic has a task, and nobody has fetched one. Deploy a process and start it, and its topics are here.'),
      (wanted || all.length > FEW_CARDS) && search(wanted),
      wanted && found.length === 0 && h('p', { class: 'nothing', 'data-key': 'not found' }, `None of ${counted(all.length, 'topic')} has '${wanted}' in its name`),
      h('div', { class: 'board', 'data-key': 'board' }, found.slice(0, MOST_CARDS).map(card)),
      found.length > MOST_CARDS && h('p', { class: 'nothing', 'data-key': 'more' },
        `${counted(found.length - MOST_CARDS, 'topic')} more, with less to do.`),
    ];
  }
}

function search(wanted) {
  return h('form', { class: 'filters', 'aria-label': 'Filter', 'data-key': 'search', submit: (event) => event.preventDefault() },
    h('label', {}, 'Topic', h('input', {
      'type': 'search', 'name': 'topic', 'placeholder': 'a part of its name', '.value': wanted, 'autocomplete': 'off',
      'input': ({ target }) => changeQuery({ topic: target.value }, true),
    })));
}

function total(name, value, kind = '') {
  return h('div', { class: value > 0 ? kind : '' }, h('dt', {}, name), h('dd', {}, number(value)));
}

function alarm({ topicName, nobodyPollsSince, waiting }) {
  return h('p', { class: 'alarm', 'data-key': topicName },
    h('strong', {}, h('a', { href: to(['topic', topicName]) }, topicName), ':'),
    ` Nobody polls, and ${counted(waiting, 'task')} ${waiting === 1 ? 'waits' : 'wait'}, for `, age(nobodyPollsSince));
}

function card(topic) {
  const { topicName, waiting, locked, exhausted, suspended, oldestWaiting, nobodyPollsSince } = topic;
  return h('article', { class: `card ${nobodyPollsSince ? 'alarming' : exhausted > 0 ? 'has-stuck' : waiting + locked > 0 ? 'busy' : ''}`, 'data-key': topicName, 'data-testid': 'topic' },
    h('h2', {}, h('a', { href: to(['topic', topicName]) }, topicName)),
    h('dl', { class: 'big' },
      big('waiting', waiting, 'wait', topicName), big('in work', locked, 'work', topicName), big('stuck', exhausted, 'stuck', topicName)),
    h('topic-spark', { '.topic': topicName }),
    h('p', { class: 'foot' },
      h('span', {}, 'Oldest ', age(oldestWaiting)),
      h('span', {}, `${rate(topic.createdPerMinute)} in, ${rate(topic.completedPerMinute)} out a minute`)),
    h('p', { class: 'foot' }, whoWorks(topic), suspended > 0 && h('span', {}, `${number(suspended)} suspended`)));
}

function big(name, value, kind, topicName) {
  const states = { waiting: 'waiting', 'in work': 'locked', stuck: 'exhausted' };
  return h('div', { class: value > 0 ? kind : 'none' }, h('dt', {}, name),
    h('dd', {}, h('a', { href: to(['topic', topicName], { state: states[name] }) }, number(value))));
}

function whoWorks({ topicName, workers, nobodyPollsSince, waiting, locked }) {
  if (nobodyPollsSince) return h('span', { class: 'badly' }, 'Nobody polls, for ', age(nobodyPollsSince));
  if (workers === 0) return h('span', {}, waiting + locked === 0 ? 'No workers, nothing to do' : 'No worker asks');
  return h('a', { href: to(['workers'], { topic: topicName }) }, counted(workers, 'worker'));
}

function byUrgency(one, other) {
  return Boolean(other.nobodyPollsSince) - Boolean(one.nobodyPollsSince)
    || Math.sign(other.exhausted) - Math.sign(one.exhausted)
    || other.waiting - one.waiting
    || other.locked - one.locked
    || one.topicName.localeCompare(other.topicName);
}

customElements.define('overview-page', OverviewPage);
export default OverviewPage;
