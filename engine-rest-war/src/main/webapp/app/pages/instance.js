/** One process instance: the diagram with its tokens stays above each tab. */
import { to } from '../address.js';
import { alarms } from '../api/numbers.js';
import {
  activitiesOf, calledBy, callerOf, cancelInstance, externalTasksOf, incidentsOf, instanceOf, isRunning, jobsOf, modelOf, pastIncidentsOf,
  subscriptionsOf, suspendInstance, tokensOf, userTasksOf,
} from '../api/instances.js';
import { ask } from '../parts/ask.js';
import '../parts/bpmn-diagram.js';
import { h } from '../parts/dom.js';
import { incidentColumns } from '../parts/incidents.js';
import { instanceState } from '../parts/instance-state.js';
import { jobColumns } from '../parts/jobs.js';
import { Page } from '../parts/page.js';
import { table } from '../parts/table.js';
import { lengthOf, moment } from '../parts/time.js';
import { leavesOf, marksOf } from '../parts/tokens.js';
import { userTaskButtons } from '../parts/user-tasks.js';
import { counted, endOfId, fact, instanceLink, number, wholeId } from '../parts/words.js';
import { courseTab, loadCourse } from './instance/course.js';
import { loadVariables, variablesTab } from './instance/variables.js';
import { waitsTab } from './instance/waits.js';

const MOST_OF_THE_PAST = 1_000;

class InstancePage extends Page {
  #tabInSight = null;

  name(data) {
    return data ? nameOf(data.instance) : endOfId(this.params.id);
  }

  async load(signal) {
    const { id } = this.params;
    const instance = await instanceOf(id, signal);
    const { tab, view } = this.#shown(instance);
    const around = isRunning(instance) ? await this.#now(id, signal) : nothingNow;
    const [xml, caller, called, pastIncidents, past, variables, course] = await Promise.all([
      modelOf(instance.processDefinitionId, signal),
      callerOf(instance, signal),
      calledBy(id, signal),
      tab === 'incidents' ? pastIncidentsOf(id, signal) : [],
      view === 'history' ? activitiesOf(id, { maxResults: MOST_OF_THE_PAST }, signal) : [],
      tab === 'variables' && loadVariables(instance, this.query, signal),
      tab === 'course' && loadCourse(instance, this.query, signal),
    ]);
    return { instance, ...around, xml, caller, called, pastIncidents, past, variables, course };
  }

  async #now(id, signal) {
    const [tree, incidents, externalTasks, jobs, userTasks, subscriptions, alarming] = await Promise.all([
      tokensOf(id, signal), incidentsOf(id, signal), externalTasksOf(id, signal), jobsOf(id, signal), userTasksOf(id, signal),
      subscriptionsOf(id, signal), alarms(signal),
    ]);
    return { leaves: leavesOf(tree), incidents, externalTasks, jobs, userTasks, subscriptions, alarms: alarming };
  }

  #shown(instance) {
    const running = isRunning(instance);
    return { tab: this.query.tab ?? (running ? 'waits' : 'course'), view: this.query.view ?? (running ? 'now' : 'history') };
  }

  /** On a phone the tabs scroll sideways. */
  draw() {
    super.draw();
    const tab = this.querySelector('.tabs [aria-current]');
    if (tab === this.#tabInSight) return;
    this.#tabInSight = tab;
    if (tab) tab.closest('ul').scrollLeft = tab.offsetLeft - tab.closest('ul').offsetLeft;
  }

  view(data) {
    const { instance, xml, leaves, incidents, past } = data;
    const { tab, view } = this.#shown(instance);
    return [
      this.#head(instance, leaves),
      h('bpmn-diagram', {
        'data-key': 'diagram', 'role': 'region', 'aria-label': 'Diagram', '.xml': xml, '.marks': marksOf(leaves, incidents, past),
      }),
      h('div', { class: 'under', 'data-key': 'under' }, this.#switch(instance, view), this.#summary(data)),
      this.#tabs(data, tab),
      h('div', { 'data-key': `tab ${tab}` }, this.#tab(tab, data)),
    ];
  }

  #head(instance, leaves) {
    const act = (question) => async () => {
      await ask(question);
      this.refresh();
    };
    const suspended = instance.state === 'SUSPENDED';
    return h('header', { class: 'head', 'data-key': 'head' },
      h('p', { class: 'kicker' }, h('a', { href: to(['process', instance.processDefinitionId]) }, instance.processDefinitionName ?? instance.processDefinitionKey),
        `, version ${instance.processDefinitionVersion}`),
      h('h1', {}, nameOf(instance)), instanceState(instance, instance.state === 'ACTIVE' && leaves.length > 0 && `, with ${counted(leaves.length, 'token')}`),
      isRunning(instance) && h('div', { class: 'buttons' },
        h('button', { type: 'button', click: act(suspendQuestion(instance, !suspended)) }, suspended ? 'Activate…' : 'Suspend…'),
        h('button', { type: 'button', 'data-testid': 'cancel', click: act(cancelQuestion(instance)) }, 'Cancel…')));
  }

  #switch(instance, view) {
    const choice = (key, words) => h('li', {}, h('a', { href: to(['instance', this.params.id], { ...this.query, view: key }), 'aria-current': view === key && 'true' }, words));
    return h('nav', { 'aria-label': 'What the diagram shows' }, h('ul', { class: 'choices' }, isRunning(instance) && choice('now', 'Now'), choice('history', 'History')));
  }

  #summary({ instance, caller }) {
    return h('dl', { class: 'facts' },
      fact('Started', moment(instance.startTime)),
      instance.endTime && fact('Took', lengthOf(instance.durationInMillis)),
      instance.superProcessInstanceId && fact('Called by', instanceLink(instance.superProcessInstanceId, caller?.businessKey)),
      instance.deleteReason && fact('Reason', instance.deleteReason),
      instance.tenantId && fact('Tenant', instance.tenantId),
      fact('Id', wholeId(instance.id)));
  }

  #tabs({ instance, leaves, incidents, jobs, userTasks, called }, current) {
    const counts = { waits: leaves.length, incidents: incidents.length, jobs: jobs.length, tasks: userTasks.length, calls: called.length };
    const names = Object.keys(TABS).filter((name) => isRunning(instance) || !['waits', 'jobs', 'tasks'].includes(name));
    return h('nav', { 'aria-label': 'Tabs', 'data-key': 'tabs' }, h('ul', { class: 'tabs' }, names.map((name) => h('li', {},
      h('a', { href: to(['instance', this.params.id], { view: this.query.view, tab: name }), 'aria-current': name === current && 'page' },
        TABS[name], counts[name] > 0 && ` ${number(counts[name])}`)))));
  }

  #tab(tab, data) {
    const refresh = () => this.refresh();
    const { instance } = data;
    switch (tab) {
      // A tab that was just chosen is not loaded yet.
      case 'variables': return data.variables ? variablesTab(instance, data.variables, this.query, refresh) : [loading()];
      case 'course': return data.course ? courseTab(instance, data, this.query) : [loading()];
      case 'incidents': return this.#incidents(data);
      case 'jobs': return [table(jobColumns(refresh), data.jobs, { label: 'Jobs', none: 'It has no jobs' })];
      case 'tasks': return [table(userTaskColumns(refresh), data.userTasks, { label: 'User tasks', none: 'It waits for no person' })];
      case 'calls': return [table(calledColumns, data.called, { label: 'Called instances', none: 'It has called no other process' })];
      default: return waitsTab(data);
    }
  }

  #incidents({ incidents, pastIncidents }) {
    const ended = pastIncidents.filter(({ open }) => !open);
    return [
      table(withoutSorting(incidentColumns(() => this.refresh())), incidents, { label: 'Incidents', none: 'It has no open incident' }),
      ended.length > 0 && h('h2', { class: 'apart' }, 'Ended'),
      ended.length > 0 && table(endedColumns, ended, { label: 'Ended incidents' }),
    ];
  }
}

const TABS = { waits: 'Waits for', variables: 'Variables', incidents: 'Incidents', jobs: 'Jobs', tasks: 'User tasks', course: 'Time line', calls: 'Calls' };

const nothingNow = { leaves: [], incidents: [], externalTasks: [], jobs: [], userTasks: [], subscriptions: [], alarms: [] };

const userTaskColumns = (refresh) => [
  { name: 'Task', cell: ({ name, taskDefinitionKey }) => h('b', {}, name ?? taskDefinitionKey) },
  { name: 'Assignee', cell: ({ assignee }) => assignee ?? h('span', { class: 'none' }, 'nobody') },
  { name: 'Created', cell: ({ created }) => moment(created) },
  { name: 'Due', cell: ({ due }) => moment(due) },
  { name: 'Priority', right: true, cell: ({ priority }) => number(priority) },
  { name: 'Actions', unseen: true, cell: (task) => userTaskButtons(task, refresh) },
];

const calledColumns = [
  { name: 'Instance', cell: ({ id, businessKey }) => instanceLink(id, businessKey) },
  { name: 'Process', cell: ({ processDefinitionName, processDefinitionKey }) => processDefinitionName ?? processDefinitionKey },
  { name: 'State', cell: (instance) => instanceState(instance) },
  { name: 'Started', cell: ({ startTime }) => moment(startTime) },
];

const endedColumns = [
  { name: 'What', cell: ({ incidentType, activityId }) => `${incidentType} at ${activityId}` },
  { name: 'Message', cell: ({ incidentMessage }) => incidentMessage ?? '' },
  { name: 'From', cell: ({ createTime }) => moment(createTime) },
  { name: 'Until', cell: ({ endTime }) => moment(endTime) },
];

function withoutSorting(columns) {
  return columns.map(({ sort, ...column }) => column);
}

function loading() {
  return h('p', { class: 'loading' }, 'Loading…');
}

function nameOf({ businessKey, id }) {
  return businessKey || endOfId(id);
}

function cancelQuestion(instance) {
  return {
    title: `Cancel ${nameOf(instance)}`, bad: true, yes: 'Cancel this instance', no: 'Keep it', done: `${nameOf(instance)} is cancelled`,
    words: ['The instance and all that it has called end now. Workers that hold its tasks cannot report them any more. This cannot be undone.'],
    request: () => cancelInstance(instance.id),
  };
}

function suspendQuestion(instance, suspended) {
  return {
    title: `${suspended ? 'Suspend' : 'Activate'} ${nameOf(instance)}`, yes: suspended ? 'Suspend' : 'Activate',
    words: [suspended ? 'Nobody can fetch its tasks, and its jobs do not run, until it is activated.' : 'Its tasks can be fetched and its jobs run again.'],
    request: () => suspendInstance(instance.id, suspended), done: `${nameOf(instance)} is ${suspended ? 'suspended' : 'active'}`,
  };
}

customElements.define('instance-page', InstancePage);
export default InstancePage;
