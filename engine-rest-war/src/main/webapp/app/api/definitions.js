/** Definitions of processes, and their deployment. */
import { get, pathOf, post } from './http.js';
import { seldom } from './seldom.js';

const MOST_VERSIONS = 100;

export const definitionOf = (id, signal) => get(pathOf('process-definition', id), {}, signal);

/** Tokens and incidents at each activity of a definition. */
export const tokensByActivity = seldom((id, signal) => get(`${pathOf('process-definition', id)}/statistics`, { incidents: true }, signal));

/** All versions of the definition, of its tenant, the newest first. */
export const versionsOf = ({ key, tenantId }, signal) => get('/process-definition', {
  key, tenantIdIn: tenantId, withoutTenantId: !tenantId, sortBy: 'version', sortOrder: 'desc', maxResults: MOST_VERSIONS,
}, signal);

const statistics = seldom((path, signal) => get(path, { incidents: true }, signal));

/** Each definition by its id, with its running `instances` and its open `incidents`. */
export async function countsByDefinition(signal) {
  const all = await statistics('/process-definition/statistics', signal);
  return new Map(all.map((one) => [one.id, { ...one.definition, instances: one.instances, incidents: incidentsIn(one) }]));
}

export function incidentsIn({ incidents }) {
  return incidents.reduce((sum, { incidentCount }) => sum + incidentCount, 0);
}

/** What would become of files, by their names: their errors, warnings, keys and topics. */
export const check = (files, codeBecomesTopics, signal) => post('/deployment/check', formOf(files, codeBecomesTopics), signal);

/** Requests, which a dialog shows before it sends them. */
export const startInstance = (id, hasForm, { businessKey, variables }) => ({
  method: 'POST',
  path: `${pathOf('process-definition', id)}/${hasForm ? 'submit-form' : 'start'}`,
  body: { businessKey: businessKey || undefined, variables },
});
export const suspendDefinition = (id, suspended, includeProcessInstances) => ({
  method: 'PUT', path: `${pathOf('process-definition', id)}/suspended`, body: { suspended, includeProcessInstances },
});

export function deploy(files, codeBecomesTopics, { name, tenant, unchanged }) {
  const body = formOf(files, codeBecomesTopics);
  body.append('deployment-name', name);
  if (tenant) body.append('tenant-id', tenant);
  if (unchanged) body.append('deploy-changed-only', 'true');
  return { method: 'POST', path: '/deployment/create', body };
}

function formOf(files, codeBecomesTopics) {
  const form = new FormData();
  files.forEach((file, i) => form.append(`file-${i + 1}`, file, file.name));
  if (codeBecomesTopics) form.append('code-becomes-topics', 'true');
  return form;
}
