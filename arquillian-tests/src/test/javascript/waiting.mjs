import { subscribe } from "node:diagnostics_channel";
import { Client } from "camunda-external-task-client-js";

const [, , baseUrl, topic, number] = process.argv;

// The engine sends the status of a fetch with the first blank, while it waits.
subscribe("http.client.response.finish", ({ request }) => console.log(`${request.path} waits`));

for (let i = 0; i < Number(number); i++) {
  const client = new Client({
    baseUrl,
    workerId: `dead-${i}`,
    maxTasks: 1,
    asyncResponseTimeout: 600000,
  });
  client.subscribe(topic, { lockDuration: 600000 }, async () => {});
}
