/** Definitions of processes, with how many instances and incidents each has. */
import { to } from '../address.js';
import { countsByDefinition } from '../api/definitions.js';
import { mayOperate, maySome } from '../api/settings.js';
import { h } from '../parts/dom.js';
import { listHead, listOutline, listView, loadList, partField, textField } from '../parts/list.js';
import { Page } from '../parts/page.js';
import { start } from '../parts/start-instance.js';
import { number } from '../parts/words.js';

const list = {
  title: 'Processes', one: 'definition',
  path: '/process-definition', byAddress: true,
  states: {
    '': ['Latest versions', { latestVersion: true }],
    suspended: ['Suspended', { suspended: true }],
    all: ['All versions', {}],
  },
  fields: [
    partField('name', 'Name', 'nameLike'),
    partField('key', 'Key', 'keyLike'),
    textField('tag', 'Version tag', 'versionTag'),
    { ...textField('deployment', 'Deployment', 'deploymentId'), chip: true },
  ],
  columns: () => [
    { name: 'Process', sort: 'name', cell: ({ id, key, name }) => h('a', { href: to(['process', id]) }, name ?? key) },
    { name: 'Key', sort: 'key', cell: ({ key, tenantId }) => [key, tenantId && h('span', { class: 'muted' }, ` of tenant ${tenantId}`)] },
    { name: 'Version', sort: 'version', right: true, cell: ({ version, versionTag, versions }) => [number(version), versionTag && ` (${versionTag})`, versions > 1 && h('span', { class: 'muted' }, ` of ${number(versions)}`)] },
    { name: 'Running', right: true, cell: ({ instances, ofThis }) => [number(instances), ofThis < instances && h('span', { class: 'muted' }, ` (${number(ofThis)} of this version)`)] },
    { name: 'Incidents', right: true, cell: ({ key, incidents }) => (incidents > 0
      ? h('a', { class: 'badly', href: to(['incidents'], { definition: key }) }, number(incidents)) : number(incidents)) },
    { name: 'State', cell: ({ suspended }) => h('span', { class: `state ${suspended ? 'quiet' : 'work'}` }, suspended ? 'suspended' : 'active') },
    { name: 'Actions', unseen: true, cell: (definition) => !definition.suspended && mayOperate(definition.key)
      && h('button', { type: 'button', class: 'small', 'data-testid': `start-${definition.key}`, click: () => start(definition) }, 'Start…') },
  ],
  sorted: 'name', none: 'The filter finds no process',
};

class ProcessesPage extends Page {
  name() {
    return list.title;
  }

  async load(signal) {
    const [{ rows, count }, counts] = await Promise.all([loadList(list, this.query, signal), countsByDefinition(signal)]);
    return { rows: rows.map((row) => ({ ...row, ...numbersOf(row, counts, this.query.state === 'all') })), count };
  }

  outline() {
    return [this.#head(), ...listOutline(list, this.query)];
  }

  #head(count) {
    return listHead(list, count, maySome('deploy', 'tenant') && h('div', { class: 'buttons' }, h('a', { class: 'button', href: to(['deploy']) }, 'Deploy…')));
  }

  view(data) {
    return [
      this.#head(data.count),
      ...listView(list, this.query, data, () => this.refresh()),
    ];
  }
}

/** The numbers of all versions, because most instances and incidents are often those of an earlier one. */
function numbersOf({ id, key, tenantId }, counts, isAlone) {
  const versions = [...counts.values()].filter((one) => one.key === key && one.tenantId === tenantId);
  const counted = isAlone ? versions.filter((one) => one.id === id) : versions;
  const sum = (name) => counted.reduce((total, one) => total + one[name], 0);
  return { versions: versions.length, instances: sum('instances'), incidents: sum('incidents'), ofThis: counts.get(id)?.instances };
}

customElements.define('processes-page', ProcessesPage);
export default ProcessesPage;
