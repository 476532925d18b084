/** A definition: the diagram with all its tokens and incidents, above the list of its instances. */
import { changeQuery, readAddress, to } from '../address.js';
import { definitionOf, incidentsIn, suspendDefinition, tokensByActivity, versionsOf } from '../api/definitions.js';
import { durationsOf } from '../api/durations.js';
import { modelOf } from '../api/instances.js';
import { mayOperate } from '../api/settings.js';
import { ask } from '../parts/ask.js';
import '../parts/bpmn-diagram.js';
import { h } from '../parts/dom.js';
import { durationTable, heatLegend, heatMarks } from '../parts/heat.js';
import { INSTANCE_STATES, instanceState } from '../parts/instance-state.js';
import { listOutline, listView, loadList, partField, variablesField } from '../parts/list.js';
import { Page } from '../parts/page.js';
import { start } from '../parts/start-instance.js';
import { age, moment } from '../parts/time.js';
import { counted, endOfId, fact, instanceLink, wholeId } from '../parts/words.js';

const NODE = /Task$|Event$|Gateway$|Activity$|SubProcess$|Transaction$/;

class ProcessPage extends Page {
  name(data) {
    return data ? `${nameOf(data.definition)}, version ${data.definition.version}` : 'Process';
  }

  async load(signal) {
    const { id } = this.params;
    const definition = await definitionOf(id, signal);
    const [xml, statistics, versions, durations, instances] = await Promise.all([
      modelOf(id, signal), tokensByActivity(id, signal), versionsOf(definition, signal), viewOf(this.query) === 'durations' && durationsOf(id, signal),
      loadList(listOf(id), this.query, signal),
    ]);
    return { definition, xml, statistics, versions, durations, instances };
  }

  outline() {
    return [...super.outline(), ...listOutline(listOf(this.params.id), this.query)];
  }

  view(data) {
    const { definition, xml, statistics, durations, instances } = data;
    const view = this.query.view ?? 'tokens';
    return [
      this.#head(data),
      h('bpmn-diagram', {
        'data-key': 'diagram', 'role': 'region', 'aria-label': 'Diagram', '.xml': xml, '.marks': durations ? heatMarks(durations.activities) : marksOf(statistics),
        '.selected': this.query.activity ?? '', '.pick': pick,
      }),
      h('div', { class: 'under', 'data-key': 'under' }, this.#switch(view), durations && heatLegend(durations)),
      durations && durations.activities.length > 0 && durationTable(durations.activities),
      h('div', { class: 'under', 'data-key': 'facts' }, this.#facts(definition)),
      h('h2', { class: 'apart', 'data-key': 'found' }, h('span', { 'data-testid': 'found' }, counted(instances.count, 'instance'))),
      ...listView(listOf(definition.id), this.query, instances, () => this.refresh()),
    ];
  }

  #head({ definition, statistics, versions }) {
    const incidents = statistics.reduce((sum, one) => sum + incidentsIn(one), 0);
    return h('header', { class: 'head', 'data-key': 'head' },
      h('p', { class: 'kicker' }, h('a', { href: to(['processes']) }, 'Processes')),
      h('h1', {}, nameOf(definition)), this.#versions(definition, versions),
      definition.suspended && h('span', { class: 'state quiet' }, 'suspended'),
      incidents > 0 && h('a', { class: 'state stuck', href: to(['process', definition.id], { state: 'incidents' }) }, counted(incidents, 'incident')),
      mayOperate(definition.key) && h('div', { class: 'buttons' },
        !definition.suspended && h('button', { type: 'button', class: 'main', 'data-testid': 'start', click: () => start(definition) }, 'Start…'),
        h('button', { type: 'button', 'data-testid': 'suspend', click: () => this.#suspend(definition) }, definition.suspended ? 'Activate…' : 'Suspend…')));
  }

  #switch(current) {
    return h('nav', { 'aria-label': 'What the diagram shows' }, h('ul', { class: 'choices' }, Object.entries(VIEWS).map(([view, words]) => h('li', {},
      h('a', { 'href': to(['process', this.params.id], { ...this.query, view }), 'aria-current': view === current && 'true' }, words)))));
  }

  #versions({ id, version, versionTag }, versions) {
    const words = (one) => `Version ${one.version}${one.versionTag ? ` (${one.versionTag})` : ''}`;
    if (versions.length <= 1) return h('p', {}, words({ version, versionTag }));
    const shown = versions.some((one) => one.id === id) ? versions : [...versions, { id, version, versionTag }];
    return h('select', { 'aria-label': 'Version', 'data-testid': 'version', '.value': id, 'change': ({ target }) => { location.hash = to(['process', target.value]); } },
      shown.map((one) => h('option', { value: one.id, selected: one.id === id }, `${words(one)}${one === versions[0] ? ', the latest' : ''}`)));
  }

  #facts({ id, key, deploymentId, resource, tenantId, historyTimeToLive }) {
    return h('dl', { class: 'facts' },
      fact('Key', key), fact('File', resource),
      fact('Deployment', h('a', { class: 'id', href: to(['processes'], { deployment: deploymentId, state: 'all' }), title: deploymentId }, endOfId(deploymentId))),
      tenantId && fact('Tenant', tenantId),
      fact('History is kept', historyTimeToLive == null ? 'for ever' : `for ${counted(historyTimeToLive, 'day')}`),
      fact('Id', wholeId(id)));
  }

  async #suspend(definition) {
    const suspended = !definition.suspended;
    const verb = suspended ? 'Suspend' : 'Activate';
    await ask({
      title: `${verb} ${this.name({ definition })}`,
      words: [suspended ? 'Nothing starts it until it is activated.' : 'It can be started again.'],
      fields: [{ name: 'instances', type: 'checkbox', label: `${verb} its running instances as well` }],
      request: ({ instances }) => suspendDefinition(definition.id, suspended, instances),
      yes: verb,
      done: `${this.name({ definition })} is ${suspended ? 'suspended' : 'active'}`,
    });
    this.refresh();
  }
}

const VIEWS = { tokens: 'Tokens', durations: 'Durations' };

function viewOf({ view = 'tokens' }) {
  if (!Object.hasOwn(VIEWS, view)) throw new Error(`The diagram has no view '${view}'`);
  return view;
}

const listOf = (definitionId) => ({
  title: 'Instances', others: ['view'],
  path: '/history/process-instance', base: { processDefinitionId: definitionId },
  states: INSTANCE_STATES,
  fields: [
    partField('businessKey', 'Business key', 'processInstanceBusinessKeyLike'),
    { name: 'activity', label: 'Activity (id)', hint: 'or click in the diagram', filter: (id, { state }) => ({ [['ended', 'all'].includes(state) ? 'executedActivityIdIn' : 'activityIdIn']: [id] }) },
    variablesField,
  ],
  columns: () => [
    { name: 'Instance', sort: 'businessKey', cell: ({ id, businessKey }) => instanceLink(id, businessKey) },
    { name: 'State', cell: (instance) => instanceState(instance) },
    { name: 'Started', sort: 'startTime', cell: ({ startTime }) => moment(startTime) },
    { name: 'Age', cell: ({ startTime, endTime }) => (endTime ? '' : age(startTime)) },
    { name: 'Ended', sort: 'endTime', cell: ({ endTime }) => moment(endTime) },
    { name: 'Id', cell: ({ id }) => h('span', { class: 'id', title: id }, endOfId(id)) },
  ],
  sorted: 'startTime', order: 'desc', none: 'The filter finds no instance',
});

function marksOf(statistics) {
  return statistics.map((one) => {
    const incidents = incidentsIn(one);
    const activityId = one.id.replace(/#multiInstanceBody$/, '');
    const words = `${counted(one.instances, 'token')}${incidents > 0 ? `, ${counted(incidents, 'incident')}` : ''}`;
    return { activityId, tokens: one.instances, incidents, words };
  });
}

/** A click on a node shows the instances that are there; on the same again, or beside the nodes, it shows all. */
function pick(picked, type) {
  const { activity } = readAddress(location.hash).query;
  changeQuery({ activity: picked !== activity && NODE.test(type) ? picked : null, first: null });
}

function nameOf({ name, key }) {
  return name ?? key;
}

customElements.define('process-page', ProcessPage);
export default ProcessPage;
