/**
 * The pages. To add one:
 *
 * 1. Write `pages/NAME.js`. It has one element that extends `Page` (parts/page.js: what to load, what to show), calls
 *    `customElements.define`, and exports it as `default`. Look at pages/workers.js.
 * 2. Add its address here. `:name` is a part of the address that the page finds in `this.params`, decoded; what
 *    follows a question mark is in `this.query`. `nav` is its word in the navigation; `under` names the entry of the
 *    navigation that a page without one belongs to.
 * 3. Calls of the REST API go to `api/`, whatever two pages use to `parts/`. Text from the engine becomes text nodes
 *    (`h` of parts/dom.js), never markup.
 */
export const routes = [
  { address: '', nav: 'Overview', page: () => import('./pages/overview.js') },
  { address: 'find/:text', page: () => import('./pages/find.js') },
  { address: 'topic/:topicName', under: '', page: () => import('./pages/topic.js') },
  { address: 'workers', nav: 'Workers', page: () => import('./pages/workers.js') },
  { address: 'worker/:workerId', under: 'workers', page: () => import('./pages/worker.js') },
  { address: 'processes', nav: 'Processes', page: () => import('./pages/processes.js') },
  { address: 'process/:id', under: 'processes', page: () => import('./pages/process.js') },
  { address: 'deploy', under: 'processes', page: () => import('./pages/deploy.js') },
  { address: 'instances', nav: 'Instances', page: () => import('./pages/instances.js') },
  { address: 'instance/:id', under: 'instances', page: () => import('./pages/instance.js') },
  { address: 'incidents', nav: 'Incidents', page: () => import('./pages/incidents.js') },
  { address: 'tasks', nav: 'User tasks', page: () => import('./pages/tasks.js') },
  { address: 'jobs', nav: 'Jobs', page: () => import('./pages/jobs.js') },
  { address: 'batches', nav: 'Batches', page: () => import('./pages/batches.js') },
  { address: 'history', nav: 'History', page: () => import('./pages/history.js') },
];
