/** The numbers of topics and workers, and what is alarming about them. */
import { get, pathOf } from './http.js';

export const topics = (signal) => get('/topic', {}, signal);
/** Null if there is nothing to tell of it. */
export const knownTopic = async (name, signal) => (await get('/topic', { topicName: name }, signal))[0] ?? null;
export const topicHistory = (name, signal) => get(`${pathOf('topic', name)}/history`, {}, signal);
export const workers = (signal) => get('/worker', {}, signal);
export const worker = (id, signal) => get(pathOf('worker', id), {}, signal);
export const alarms = (signal) => get('/alarm', {}, signal);
