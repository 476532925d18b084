import { BasicAuthInterceptor, Client, Variables } from "camunda-external-task-client-js";

const [, , baseUrl, username, password] = process.argv;
const client = new Client({
  baseUrl,
  workerId: "javascript-worker",
  maxTasks: 5,
  asyncResponseTimeout: 10000,
  ...(username && { interceptors: new BasicAuthInterceptor({ username, password }) }),
});

client.subscribe("transcodeVideo", { lockDuration: 60000 }, async ({ task, taskService }) => {
  const video = task.variables.get("video");
  await taskService.complete(task, new Variables().set("format", "webm"));
  console.log(`transcoded ${video}`);
});

client.subscribe("uploadVideo", { lockDuration: 60000 }, async ({ task, taskService }) => {
  const video = task.variables.get("video");
  const result = new Variables().set("url", `https://videos.example/${video}`);
  await taskService.complete(task, result);
  console.log(`uploaded ${video} as ${task.variables.get("format")}`);
});
