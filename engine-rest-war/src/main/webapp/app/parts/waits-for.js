/** What an instance waits for, in words. */
import { to } from '../address.js';
import { h } from './dom.js';
import { stateOf } from './task-state.js';
import { age, fromWire, lengthOf, moment, until } from './time.js';
import { instanceLink } from './words.js';

/** The sentence for one token, `leaf`, from what is known around the instance. */
export function waitsFor(leaf, { externalTasks, userTasks, jobs, subscriptions, called, alarms, incidents }) {
  const isOurs = ({ executionId }) => leaf.executionIds?.includes(executionId) || leaf.executionId === executionId;
  const sentences = [
    ...externalTasks.filter(isOurs).map((task) => externalTaskWords(task, alarms)),
    ...userTasks.filter(isOurs).map(userTaskWords),
    ...subscriptions.filter(isOurs).map(subscriptionWords),
    ...jobs.filter(isOurs).map(jobWords),
    ...(leaf.activityType === 'callActivity' ? called.filter(({ state }) => state === 'ACTIVE' || state === 'SUSPENDED').map(calledWords) : []),
    ...incidents.filter((incident) => isOurs(incident) && !['failedExternalTask', 'failedJob'].includes(incident.incidentType))
      .map(({ incidentType, incidentMessage }) => ['for somebody to resolve the incident ', h('b', {}, incidentMessage ?? incidentType)]),
  ];
  return sentences.length > 0 ? sentences : [['for what is inside or after it']];
}

function externalTaskWords(task, alarms) {
  const topic = h('a', { href: to(['topic', task.topicName]) }, task.topicName);
  const alarm = alarms.find(({ topicName }) => topicName === task.topicName);
  switch (stateOf(task)) {
    case 'stuck': return ['for somebody to give its task retries again: ', h('b', {}, task.errorMessage ?? 'it failed without a message')];
    case 'suspended': return ['until it is activated; then for a worker of topic ', topic];
    case 'locked': return ['for worker ', h('a', { href: to(['worker', task.workerId]) }, task.workerId), ' of topic ', topic,
      `, whose lock ends in ${lengthOf(fromWire(task.lockExpirationTime) - Date.now())}`,
      task.errorMessage && `; it has failed before: ${task.errorMessage}`];
    default: return ['for a worker of topic ', topic, alarm && h('span', { class: 'badly' }, '; nobody polls it, for ', age(alarm.since))];
  }
}

function userTaskWords({ assignee, due }) {
  return [assignee ? `for ${assignee}` : 'for a person to claim it', due && [', due ', moment(due)]];
}

function subscriptionWords({ eventType, eventName }) {
  if (eventType === 'message') return ['for message ', h('b', {}, eventName)];
  if (eventType === 'signal') return ['for signal ', h('b', {}, eventName)];
  if (eventType === 'conditional') return ['until its condition is true'];
  return [`for ${eventType}`, eventName && [' ', h('b', {}, eventName)]];
}

function jobWords({ dueDate, retries, exceptionMessage }) {
  if (retries === 0) return ['for somebody to give its job retries again: ', h('b', {}, exceptionMessage ?? 'it failed without a message')];
  if (!dueDate) return ['for the engine to run its job'];
  return ['until ', moment(dueDate), ', ', until(dueDate), exceptionMessage && `, after a failure: ${exceptionMessage}`];
}

function calledWords({ id, businessKey, processDefinitionName, processDefinitionKey }) {
  return [`for the called ${processDefinitionName ?? processDefinitionKey} `, instanceLink(id, businessKey)];
}
