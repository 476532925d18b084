// Carries parcels with the token that it finds in a file, which is read for each request.
import { readFile } from "node:fs/promises";
import { Client } from "camunda-external-task-client-js";

const [, , baseUrl, tokenFile] = process.argv;

async function bearer(config) {
  const token = await readFile(tokenFile, "utf8");
  return { ...config, headers: { ...config.headers, Authorization: `Bearer ${token}` } };
}

const client = new Client({
  baseUrl,
  workerId: "bearer-js",
  interval: 20,
  asyncResponseTimeout: 1000,
  interceptors: bearer,
});

client.subscribe("parcel", async ({ task, taskService }) => {
  await taskService.complete(task);
});
