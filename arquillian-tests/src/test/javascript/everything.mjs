// Does everything that the client can do with three instances, each on a topic of its own, and
// prints what it has seen as one line of JSON.
import { BasicAuthInterceptor, Client, File, Variables } from "camunda-external-task-client-js";

const seen = { events: {}, options: {}, most: 0 };

const client = new Client({
  baseUrl: process.argv[2],
  workerId: "javascript",
  maxTasks: 5,
  maxParallelExecutions: 2,
  interval: 20,
  asyncResponseTimeout: 1000,
  lockDuration: 60000,
  sorting: [{ sortBy: Client.SortBy.CreateTime, sortOrder: Client.SortOrder.DESC }],
  interceptors: new BasicAuthInterceptor({ username: "demo", password: "secret" }),
});

for (const call of ["complete", "handleFailure", "handleBpmnError", "extendLock", "lock", "unlock"]) {
  for (const outcome of ["success", "error"]) {
    client.on(`${call}:${outcome}`, () => count(`${call}:${outcome}`));
  }
}
client.on("poll:success", () => count("poll:success"));
client.on("poll:error", (error) => count(`poll:error ${error}`));
client.on("handler:error", (error) => count(`handler:error ${error}`));

function count(event) {
  seen.events[event] = (seen.events[event] ?? 0) + 1;
}

function greeting() {
  return new File({ localPath: process.argv[3], mimetype: "text/plain", encoding: "UTF-8" });
}

let ended = 0;
let parallel = 0;

function subscribe(topic, options, steps) {
  client.subscribe(topic, options, async (work) => {
    parallel += 1;
    seen.most = Math.max(seen.most, parallel);
    try {
      await steps[work.task.activityId](work);
    } finally {
      parallel -= 1;
    }
  });
}

async function end({ task, taskService }) {
  await taskService.complete(task);
  ended += 1;
  if (ended === 3) {
    client.stop();
    console.log(JSON.stringify(seen));
  }
}

subscribe("js-values", { includeExtensionProperties: true }, {
  async work({ task, taskService }) {
    seen.options = task.extensionProperties;
    seen.businessKey = task.businessKey;
    seen.order = task.variables.get("order");
    const values = new Variables()
      .set("string", "text")
      .set("integer", 5)
      .set("long", 5000000000)
      .set("double", 2.5)
      .set("boolean", true)
      .set("date", new Date(1750000000123))
      .set("json", { a: [1, 2] })
      .set("nothing", null)
      .setTransient("passing", "never kept")
      .setTyped("short", { type: "short", value: 7, valueInfo: {} })
      .setTyped("xml", { type: "xml", value: "<a/>", valueInfo: {} })
      .setTyped("bytes", { type: "bytes", value: "AQID", valueInfo: {} })
      .setTyped("object", {
        type: "object",
        value: "[1]",
        valueInfo: { objectTypeName: "java.util.List", serializationDataFormat: "application/json" },
      })
      .setAllTyped({ file: { type: "file", value: await greeting().load() } });
    await taskService.complete(task, values, new Variables().set("local", "mine"));
  },
  async next(work) {
    const typed = work.task.variables.getAllTyped();
    seen.types = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.type]));
    const values = work.task.variables.getAll();
    const file = await values.file.load();
    seen.file = { name: file.filename, type: file.mimeType, content: file.content.toString("utf-8") };
    delete values.file;
    seen.values = { ...values, date: values.date.getTime() };
    await end(work);
  },
});

subscribe("js-failures", { variables: ["code", "reason", "result"] }, {
  async work({ task, taskService }) {
    if (task.retries === null) {
      await taskService.handleFailure(task, {
        errorMessage: "no luck",
        errorDetails: "the whole story",
        retries: 1,
        retryTimeout: 10,
      });
      return;
    }
    seen.failure = { retries: task.retries, message: task.errorMessage, details: task.errorDetails };
    await taskService.handleBpmnError(task, "OOPS", "it happens", new Variables().set("result", "bad"));
  },
  async afterError(work) {
    seen.error = work.task.variables.getAll();
    await end(work);
  },
});

subscribe("js-locks", { processDefinitionKey: "client", processVariables: { topic: "js-locks" } }, {
  async work({ task, taskService }) {
    if (seen.refusal) {
      await taskService.complete(task);
      return;
    }
    await taskService.lock(task, 60000);
    await taskService.extendLock(task, 120000);
    await taskService.extendLock("no-such-task", 1000).catch((error) => {
      seen.refusal = { status: error.httpStatusCode, type: error.type, code: error.code, message: error.engineMsg };
    });
    // It comes back at once.
    await taskService.unlock(task.id);
  },
  next: end,
});
