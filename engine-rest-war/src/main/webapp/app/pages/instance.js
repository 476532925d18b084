/** One process instance: the diagram with its tokens stays above each tab. */
import { changeQuery, to } from '../address.js';
import { alarms } from '../api/numbers.js';
import {
  activitiesOf, calledBy, callerOf, externalTasksOf, incidentsOf, instanceOf, isRunning, jobsOf, modelOf, pastIncidentsOf, subscriptionsOf,
  tokensOf, userTasksOf,
} from '../api/instances.js';
import { mayOperate } from '../api/settings.js';
import { ask } from '../parts/ask.js';
import '../parts/bpmn-diagram.js';
import { h } from '../parts/dom.js';
import { incidentColumns } from '../parts/incidents.js';
import { instanceState } from '../parts/instance-state.js';
import { jobColumns } from '../parts/jobs.js';
import { say } from '../parts/messages.js';
import { Page } from '../parts/page.js';
import { table } from '../parts/table.js';
import { lengthOf, moment } from '../parts/time.js';
import { leavesOf, marksOf } from '../parts/tokens.js';
import { unknownFilters } from '../parts/unknown-filters.js';
import { counted, endOfId, fact, instanceLink, number, wholeId } from '../parts/words.js';
import { calledColumns, endedColumns, userTaskColumns, withoutSorting } from './instance/columns.js';
import { courseTab, loadCourse } from './instance/course.js';
import { isModifiable, modifyPanel, sendPlan } from './instance/modify.js';
import { stillPossible, withPlan } from './instance/plan.js';
import { cancelQuestion, nameOf, suspendQuestion } from './instance/questions.js';
import { loadVariables, variablesTab } from './instance/variables.js';
import { waitsTab } from './instance/waits.js';

const MOST_OF_THE_PAST = 1_000;

class InstancePage extends Page {
  #tabInSight = null;
  #selected = '';
  #steps = [];
  #isSending = false;

  name(data) {
    return data ? nameOf(data.instance) : endOfId(this.params.id);
  }

  async load(signal) {
    const { id } = this.params;
    checkQuery(this.query);
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
    this.#keepPossible(tree);
    return { tree, leaves: leavesOf(tree), incidents, externalTasks, jobs, userTasks, subscriptions, alarms: alarming };
  }

  /** While a plan is sent, the server says what is not possible. */
  #keepPossible(tree) {
    if (this.#isSending) return;
    const possible = stillPossible(this.#steps, tree);
    if (possible.length < this.#steps.length) say('bad', 'The instance has gone on: what was to be cancelled is no longer there, and not in the plan either');
    this.#steps = possible;
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
    const marks = marksOf(leaves, incidents, past);
    const canModify = isRunning(instance) && view === 'now' && mayOperate(instance.processDefinitionKey);
    const modifies = canModify && this.query.modify;
    return [
      this.#head(instance, leaves),
      unknownFilters(['tab', 'view', 'modify', 'first'], this.query),
      h('bpmn-diagram', {
        'data-key': 'diagram', 'role': 'region', 'aria-label': 'Diagram', '.xml': xml, '.marks': modifies ? withPlan(marks, this.#steps) : marks,
        '.selected': modifies ? this.#selected : '', '.pick': (id, type) => canModify && this.#pick(id, type), 'load': () => this.draw(),
      }),
      modifies && this.#modify(data.tree),
      h('div', { class: 'under', 'data-key': 'under' }, this.#switch(instance, view), this.#summary(data)),
      this.#tabs(data, tab),
      h('div', { 'data-key': `tab ${tab}` }, this.#tab(tab, data)),
    ];
  }

  #pick(id, type) {
    this.#selected = isModifiable(type) ? id : '';
    if (this.#selected && !this.query.modify) changeQuery({ modify: 'true' });
    else this.draw();
  }

  #modify(tree) {
    const shown = { elements: this.querySelector('bpmn-diagram')?.elements ?? [], selected: this.#selected, steps: this.#steps, tree };
    return modifyPanel(shown, {
      select: (id) => this.#change(() => { this.#selected = id; }),
      plan: (steps) => this.#change(() => { this.#steps = steps; }),
      send: async () => {
        this.#isSending = true;
        if (await sendPlan(this.params.id, this.#steps, tree)) this.#steps = [];
        this.#isSending = false;
        this.refresh();
      },
      close: () => {
        this.#steps = [];
        changeQuery({ modify: null });
      },
    });
  }

  #change(what) {
    what();
    this.draw();
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
      isRunning(instance) && mayOperate(instance.processDefinitionKey) && h('div', { class: 'buttons' },
        h('button', { 'type': 'button', 'data-testid': 'modify', 'click': () => changeQuery({ modify: 'true', view: null }) }, 'Modify…'),
        h('button', { type: 'button', click: act(suspendQuestion(instance, !suspended)) }, suspended ? 'Activate…' : 'Suspend…'),
        h('button', { type: 'button', 'data-testid': 'cancel', click: act(cancelQuestion(instance)) }, 'Cancel…')));
  }

  #switch(instance, view) {
    const choice = (key) => h('li', {}, h('a', { href: to(['instance', this.params.id], { ...this.query, modify: null, view: key }), 'aria-current': view === key && 'true' }, VIEWS[key]));
    return h('nav', { 'aria-label': 'What the diagram shows' }, h('ul', { class: 'choices' }, isRunning(instance) && choice('now'), choice('history')));
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
      h('a', { href: to(['instance', this.params.id], { view: this.query.view, modify: this.query.modify, tab: name }), 'aria-current': name === current && 'page' },
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

const VIEWS = { now: 'Now', history: 'History' };

function checkQuery({ tab, view }) {
  if (tab && !Object.hasOwn(TABS, tab)) throw new Error(`There is no tab '${tab}'`);
  if (view && !Object.hasOwn(VIEWS, view)) throw new Error(`The diagram has no view '${view}'`);
}

const nothingNow = { leaves: [], incidents: [], externalTasks: [], jobs: [], userTasks: [], subscriptions: [], alarms: [] };

function loading() {
  return h('p', { class: 'loading' }, 'Loading…');
}

customElements.define('instance-page', InstancePage);
export default InstancePage;
