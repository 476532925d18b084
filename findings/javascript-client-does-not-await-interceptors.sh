#!/usr/bin/env bash
# camunda-external-task-client-js 3.1.0 does not wait for an asynchronous interceptor, and says nothing: the request is
# sent without what the interceptor adds.
#
# An interceptor that has to fetch a token first returns a promise. The client spreads the promise into the options of
# the request instead of awaiting it. A hook "beforeRequest" of the HTTP library below (got) is awaited.
#
# Seen with Node.js 20 (header Authorization of the first fetch, by kind of interceptor):
#   synchronous interceptor:  Bearer of-a-function
#   asynchronous interceptor: none
#   asynchronous hook:        Bearer of-a-hook
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund camunda-external-task-client-js@3.1.0 > /dev/null
cat > sent.mjs <<'JS'
import { createServer } from 'node:http';
import { Client } from 'camunda-external-task-client-js';

const later = (value) => new Promise((resolve) => { setTimeout(() => resolve(value), 10); });
const kinds = {
  'synchronous interceptor': (config) => ({ ...config, headers: { ...config.headers, Authorization: 'Bearer of-a-function' } }),
  'asynchronous interceptor': async (config) => ({ ...config, headers: { ...config.headers, Authorization: await later('Bearer of-a-promise') } }),
  'asynchronous hook': (config) => ({
    ...config, hooks: { beforeRequest: [async (options) => { options.headers.Authorization = await later('Bearer of-a-hook'); }] },
  }),
};
const expected = { 'synchronous interceptor': 'Bearer of-a-function', 'asynchronous interceptor': 'none', 'asynchronous hook': 'Bearer of-a-hook' };

for (const [kind, interceptors] of Object.entries(kinds)) {
  const sent = await new Promise((resolve) => {
    const server = createServer((request, response) => {
      resolve({ server, authorization: request.headers.authorization ?? 'none' });
      response.setHeader('Content-Type', 'application/json');
      response.end('[]');
    }).listen(0, '127.0.0.1', () => {
      const client = new Client({ baseUrl: `http://127.0.0.1:${server.address().port}`, interceptors, autoPoll: false });
      client.subscribe('topic', async () => {});
      client.start();
      server.client = client;
    });
  });
  sent.server.client.stop();
  sent.server.close();
  console.log(`${kind}: ${sent.authorization}`);
  if (sent.authorization !== expected[kind]) process.exitCode = 1;
}
process.exit();
JS
node sent.mjs
