import { Client } from "camunda-external-task-client-js";

const [, , baseUrl, topic, number] = process.argv;

for (let i = 0; i < Number(number); i++) {
  const client = new Client({
    baseUrl,
    workerId: `dead-${i}`,
    maxTasks: 1,
    asyncResponseTimeout: 600000,
  });
  client.on("poll:start", () => console.log(`worker ${i} asks`));
  client.subscribe(topic, { lockDuration: 600000 }, async () => {});
}
