/** Instances, running or ended, by a filter that is in the address. */
import { changeQuery, to } from '../address.js';
import { conditionsOf } from '../api/external-tasks.js';
import { listed } from '../api/lists.js';
import { h } from '../parts/dom.js';
import { Page } from '../parts/page.js';
import { pageOf, pager, table } from '../parts/table.js';
import { age, moment } from '../parts/time.js';
import { counted, endOfId, instanceLink } from '../parts/words.js';

const STATES = {
  '': ['Running', { unfinished: true }],
  incidents: ['With incidents', { unfinished: true, withIncidents: true }],
  suspended: ['Suspended', { suspended: true }],
  ended: ['Ended', { finished: true }],
  all: ['All', {}],
};

const WORDS = { ACTIVE: 'runs', SUSPENDED: 'suspended', COMPLETED: 'completed', EXTERNALLY_TERMINATED: 'cancelled', INTERNALLY_TERMINATED: 'ended by its caller' };
const KINDS = { ACTIVE: 'work', SUSPENDED: 'quiet', COMPLETED: 'idle', EXTERNALLY_TERMINATED: 'stuck', INTERNALLY_TERMINATED: 'quiet' };

class InstancesPage extends Page {
  name() {
    return 'Instances';
  }

  load(signal) {
    const { state = '', definition, businessKey, variables, sortBy = 'startTime', sortOrder = 'desc' } = this.query;
    const filter = {
      ...STATES[state]?.[1],
      ...(definition && { processDefinitionKey: definition }),
      ...(businessKey && { processInstanceBusinessKeyLike: `%${businessKey}%` }),
      ...(variables && { variables: conditionsOf(variables) }),
    };
    return listed('/history/process-instance', filter, { ...pageOf(this.query), sortBy, sortOrder }, signal);
  }

  view({ rows, count }) {
    const { state = '', ...rest } = this.query;
    return [
      h('header', { class: 'head', 'data-key': 'head' }, h('h1', {}, 'Instances'), h('p', {}, counted(count, 'instance'))),
      h('nav', { class: 'apart-below', 'aria-label': 'State', 'data-key': 'states' }, h('ul', { class: 'choices' }, Object.entries(STATES).map(([key, [words]]) =>
        h('li', {}, h('a', { href: to(['instances'], { ...rest, state: key, first: null }), 'aria-current': key === state && 'true' }, words))))),
      h('form', { class: 'filters', 'aria-label': 'Filter', 'data-key': 'filters', submit: (event) => event.preventDefault() },
        this.#input('businessKey', 'Business key', 'a part of it'), this.#input('definition', 'Process (key)', 'order'),
        this.#input('variables', 'Variables', 'amount > 100, customer = ACME')),
      table(columns, rows, { label: 'Instances', query: this.query, sorted: 'startTime', order: 'desc', none: 'The filter finds no instance' }),
      pager(this.query, count),
    ];
  }

  #input(name, label, hint) {
    return h('label', {}, label, h('input', {
      name, type: 'search', '.value': this.query[name] ?? '', placeholder: hint, autocomplete: 'off',
      change: ({ target }) => changeQuery({ [name]: target.value.trim(), first: null }),
    }));
  }
}

const columns = [
  { name: 'Instance', sort: 'businessKey', cell: ({ id, businessKey }) => instanceLink(id, businessKey) },
  { name: 'Process', sort: 'definitionKey', cell: ({ processDefinitionName, processDefinitionKey }) => processDefinitionName ?? processDefinitionKey },
  { name: 'Version', right: true, cell: ({ processDefinitionVersion }) => processDefinitionVersion },
  { name: 'State', cell: ({ state }) => h('span', { class: `state ${KINDS[state] ?? ''}` }, WORDS[state] ?? state) },
  { name: 'Started', sort: 'startTime', cell: ({ startTime }) => moment(startTime) },
  { name: 'Age', cell: ({ startTime, endTime }) => (endTime ? '' : age(startTime)) },
  { name: 'Ended', sort: 'endTime', cell: ({ endTime }) => moment(endTime) },
  { name: 'Id', cell: ({ id }) => h('span', { class: 'id', title: id }, endOfId(id)) },
];

customElements.define('instances-page', InstancesPage);
export default InstancesPage;
