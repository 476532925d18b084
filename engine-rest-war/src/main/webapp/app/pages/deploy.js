/** Deploys files. They are checked first, and their problems are shown at the elements of their diagrams. */
import { to } from '../address.js';
import { check, deploy } from '../api/definitions.js';
import { maySome } from '../api/settings.js';
import { ask } from '../parts/ask.js';
import { h } from '../parts/dom.js';
import { listView, loadList, partField } from '../parts/list.js';
import { checkedFile } from '../parts/model-problems.js';
import { Page } from '../parts/page.js';
import { problemPanel } from '../parts/problem.js';
import { moment } from '../parts/time.js';
import { counted } from '../parts/words.js';

const list = {
  title: 'Deployments',
  path: '/deployment', byAddress: true,
  fields: [partField('name', 'Name', 'nameLike')],
  columns: () => [
    { name: 'Deployment', sort: 'name', cell: ({ id, name }) => h('a', { href: to(['processes'], { deployment: id, state: 'all' }) }, name || 'without a name') },
    { name: 'When', sort: 'deploymentTime', cell: ({ deploymentTime }) => moment(deploymentTime) },
    { name: 'Source', cell: ({ source }) => source ?? '' },
    { name: 'Tenant', cell: ({ tenantId }) => tenantId ?? '' },
    { name: 'Id', cell: ({ id }) => h('code', { class: 'id' }, id) },
  ],
  sorted: 'deploymentTime', order: 'desc', none: 'Nothing has been deployed',
};

class DeployPage extends Page {
  #files = [];
  #codeBecomesTopics = false;
  #checked = null;
  #problem = null;
  #selected = null;

  connectedCallback() {
    // Anywhere on the page, because a browser opens what is dropped beside.
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length > 0) this.#choose([...event.dataTransfer.files]);
    });
    super.connectedCallback();
  }

  name() {
    return 'Deploy';
  }

  load(signal) {
    return loadList(list, this.query, signal);
  }

  outline() {
    return [
      h('header', { class: 'head', 'data-key': 'head' }, h('p', { class: 'kicker' }, h('a', { href: to(['processes']) }, 'Processes')), h('h1', {}, 'Deploy')),
      this.#choice(),
    ];
  }

  view(data) {
    return [
      ...this.outline(),
      this.#problem && h('div', { 'data-key': 'refused' }, problemPanel(this.#problem)),
      this.#checked && this.#verdict(),
      (this.#checked?.files ?? []).map((file) => checkedFile(file, { selected: this.#selected, select: (id) => this.#select(id) })),
      h('h2', { class: 'apart', 'data-key': 'latest' }, counted(data.count, 'deployment')),
      ...listView(list, this.query, data, () => this.refresh()),
    ];
  }

  #choice() {
    return h('form', { class: 'drop', 'aria-label': 'Files', 'data-key': 'choice', submit: (event) => event.preventDefault() },
      h('label', {}, 'Drop BPMN and DMN files here, or choose them',
        h('input', { type: 'file', name: 'files', multiple: true, 'data-testid': 'files', change: ({ target }) => this.#choose([...target.files]) })),
      h('label', { class: 'check' }, h('input', { type: 'checkbox', name: 'code', '.checked': this.#codeBecomesTopics, change: ({ target }) => this.#decide(target.checked) }),
        'Code in a model becomes the work of topics'));
  }

  #verdict() {
    const { deployable, files } = this.#checked;
    return h('div', { class: 'bulk', 'data-key': 'verdict', role: 'status' },
      h('p', { class: deployable ? '' : 'badly' }, deployable ? `${counted(files.length, 'file')} can be deployed` : 'Nothing is deployed until these problems are mended'),
      h('div', { class: 'buttons' },
        h('button', { type: 'button', 'data-testid': 'clear', click: () => this.#clear() }, 'Clear'),
        maySome('deploy', 'tenant') && h('button', { type: 'button', class: 'main', disabled: !deployable, 'data-testid': 'deploy', click: () => this.#deploy() }, 'Deploy…')));
  }

  /** Empties the field as well, so that a file that was mended can be chosen again. */
  #clear() {
    this.querySelector('input[name=files]').value = '';
    this.#choose([]);
  }

  #choose(files) {
    this.#files = files;
    this.#check();
  }

  #decide(codeBecomesTopics) {
    this.#codeBecomesTopics = codeBecomesTopics;
    this.#check();
  }

  async #check() {
    const files = this.#files;
    this.#checked = this.#problem = this.#selected = null;
    this.draw();
    if (files.length === 0) return;
    try {
      const [{ deployable, details }, texts] = await Promise.all([check(files, this.#codeBecomesTopics), Promise.all(files.map((file) => file.text()))]);
      // Others may have been chosen meanwhile.
      if (files !== this.#files) return;
      this.#checked = { deployable, files: files.map(({ name }, i) => ({ name, xml: texts[i], found: details[name] })) };
    } catch (problem) {
      this.#problem = problem;
    }
    this.draw();
  }

  #select(id) {
    this.#selected = id;
    this.draw();
  }

  async #deploy() {
    const answer = await ask({
      title: `Deploy ${counted(this.#files.length, 'file')}`,
      fields: [
        { name: 'name', label: 'Name of the deployment', value: this.#files[0].name.replace(/\.(bpmn20\.xml|dmn11\.xml|bpmn|dmn)$/, ''), required: true },
        { name: 'tenant', label: 'Tenant' },
        { name: 'unchanged', type: 'checkbox', label: 'Only files that have changed since the last deployment of this name' },
      ],
      request: (values) => deploy(this.#files, this.#codeBecomesTopics, values),
      yes: 'Deploy',
      done: 'The files are deployed',
    });
    if (answer) location.hash = to(['processes'], { deployment: JSON.parse(answer).id, state: 'all' });
  }
}

customElements.define('deploy-page', DeployPage);
export default DeployPage;
