/** The numbers of topics and workers, and what is alarming about them. */
import { get, pathOf } from './http.js';

export const topics = (signal) => get('/topic', {}, signal);
export const topic = (name, signal) => get(pathOf('topic', name), {}, signal);
export const topicHistory = (name, signal) => get(`${pathOf('topic', name)}/history`, {}, signal);
export const workers = (signal) => get('/worker', {}, signal);
export const worker = (id, signal) => get(pathOf('worker', id), {}, signal);
export const alarms = (signal) => get('/alarm', {}, signal);
