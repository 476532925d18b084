package dev.outwork.engine.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;

/**
 * Names and attributes of spans, by the semantic conventions for messaging (docs/tracing.md): a
 * topic is a destination, a task a message, a process instance a conversation, a worker a client.
 */
final class Spans {
  /** The version of the semantic conventions. */
  static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.45.0";

  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
  static final AttributeKey<String> OPERATION_TYPE =
      AttributeKey.stringKey("messaging.operation.type");
  static final AttributeKey<String> INSTANCE =
      AttributeKey.stringKey("messaging.message.conversation_id");
  static final AttributeKey<Long> TASKS = AttributeKey.longKey("messaging.batch.message_count");
  static final AttributeKey<String> WORKER = AttributeKey.stringKey("messaging.client.id");
  static final AttributeKey<String> DEFINITION_KEY =
      AttributeKey.stringKey("outwork.process_definition.key");
  static final AttributeKey<String> DEFINITION_ID =
      AttributeKey.stringKey("outwork.process_definition.id");
  static final AttributeKey<String> JOB_TYPE = AttributeKey.stringKey("outwork.job.type");
  static final AttributeKey<String> ACTIVITY = AttributeKey.stringKey("outwork.activity.id");

  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  private static final AttributeKey<String> TOPIC =
      AttributeKey.stringKey("messaging.destination.name");
  private static final AttributeKey<String> TASK = AttributeKey.stringKey("messaging.message.id");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private Spans() {}

  /**
   * A span of what is done with a topic.
   *
   * @param topicName null if there is none, or several
   */
  static SpanBuilder ofTopic(Tracer tracer, String operation, String type, String topicName) {
    SpanBuilder span =
        tracer
            .spanBuilder(topicName == null ? operation : operation + " " + topicName)
            .setAttribute(SYSTEM, "outwork")
            .setAttribute(OPERATION, operation)
            .setAttribute(OPERATION_TYPE, type);
    return topicName == null ? span : span.setAttribute(TOPIC, topicName);
  }

  /** A span of what is done with a task. */
  static SpanBuilder ofTask(Tracer tracer, String operation, String type, TracedTask task) {
    return ofTopic(tracer, operation, type, task.topicName())
        .setAttribute(TASK, task.id())
        .setAttribute(INSTANCE, task.processInstanceId())
        .setAttribute(WORKER, task.workerId());
  }

  /** The message of a failure is left out, because it may quote values. */
  static void fail(Span span, Throwable failure) {
    span.setStatus(StatusCode.ERROR);
    span.setAttribute(ERROR, failure.getClass().getName());
  }
}
