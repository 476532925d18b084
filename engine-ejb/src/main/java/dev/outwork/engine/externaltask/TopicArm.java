package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.variable.TypedValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The part of a claim for one topic: its open tasks and its tasks with expired locks, or only open
 * ones from the head of its queue on. Names of parameters end in the number of the arm; filters
 * that are not set add nothing.
 */
final class TopicArm {
  // Of a task that has failed before, nobody knows whether its worker is lost or the delay before
  // its retry is over.
  private static final String LOST_BY =
      ",\n       case when t.state = 'LOCKED' and t.error_message is null then t.worker_id end as lost_by";

  private static final String OPEN = "t.state = 'OPEN'";
  private static final String EXPIRED = "t.state = 'LOCKED' and t.locked_until <= :now";

  private final Topic topic;
  private final int number;
  private final QueueHead head;
  private final List<String> conditions;
  private final List<Map.Entry<String, TypedValue>> processVariables;

  /**
   * @param head null for all tasks of the topic, otherwise only open ones from there on
   */
  TopicArm(Topic topic, int number, QueueHead head) {
    this.topic = topic;
    this.number = number;
    this.head = head;
    this.conditions = conditions(head, number);
    this.processVariables = new ArrayList<>(topic.processVariables().entrySet());
  }

  // Each arm can be scanned in order on one index, whatever the statistics of PostgreSQL. Only
  // tasks added since a queue was drained may have to be sorted by priority.
  private static List<String> conditions(QueueHead head, int number) {
    if (head == null) {
      return List.of(OPEN, EXPIRED);
    }
    if (head.equals(QueueHead.ANYWHERE)) {
      return List.of(OPEN);
    }
    String fromHead = OPEN + " and t.created_at >= :from_" + number;
    String least = " :least_" + number;
    return head.isOfAnyPriority()
        ? List.of(fromHead)
        : List.of(fromHead + " and t.priority =" + least, OPEN + " and t.priority >" + least);
  }

  /** Whether it also takes tasks whose lock has expired, and so tells by whom it was lost. */
  boolean takesExpired() {
    return head == null;
  }

  boolean hasOnePart() {
    return conditions.size() == 1;
  }

  /** The only part as a named table whose rows are locked as they are read. */
  String asTable(String name, String order, String locking) {
    return asTable(0, name, order, locking);
  }

  /** Named tables whose rows are locked as they are read. */
  String asTables(String order, String locking) {
    return parts(part -> asTable(part, name(part), order, locking), ",\n");
  }

  private String asTable(int part, String name, String order, String locking) {
    return "%s as (%s%s)".formatted(name, tasks(part, order), locking);
  }

  /** The candidates of the named tables. */
  String candidates(String order) {
    return numbered(parts(part -> "select * from " + name(part), " union all "), order);
  }

  /** The same without names and without locking. */
  String inlined(String order) {
    return numbered(parts(part -> "(%s)".formatted(tasks(part, order)), " union all "), order);
  }

  /** The expiration of a lock of this topic, as a branch of a case over topic names. */
  String lockEnd() {
    return "when :topic_%1$d then cast(:until_%1$d as timestamp with time zone)".formatted(number);
  }

  /** Puts the values of its parameters, used or not, beside those of others. */
  void putValues(Map<String, Object> values, Instant now) {
    values.put("topic_" + number, topic.topicName());
    values.put("until_" + number, now.plus(topic.lockDuration()));
    if (head != null) {
      values.put("from_" + number, head.from());
      values.put("least_" + number, head.leastPriority());
    }
    values.put("businessKey_" + number, topic.businessKey());
    values.put("versionTag_" + number, topic.processDefinitionVersionTag());
    values.put("definitionIds_" + number, topic.processDefinitionIds());
    values.put("definitionKeys_" + number, topic.processDefinitionKeys());
    values.put("tenantIds_" + number, topic.tenantIds());
    for (int i = 0; i < processVariables.size(); i++) {
      VariableMatch.putValues(values, number + "_" + i, processVariables.get(i));
    }
  }

  private String parts(IntFunction<String> text, String separator) {
    return IntStream.range(0, conditions.size())
        .mapToObj(text)
        .collect(Collectors.joining(separator));
  }

  private String name(int part) {
    return "part_%d_%d".formatted(number, part);
  }

  private String tasks(int part, String order) {
    return "select t.id, t.priority, t.created_at"
        + (takesExpired() ? LOST_BY : "")
        + "\n  from external_task t\n where t.topic_name = :topic_"
        + number
        + "\n   and "
        + conditions.get(part)
        + filters()
        + "\n order by "
        + order
        + "\n limit :most\n";
  }

  private String numbered(String tasks, String order) {
    return """
        select t.id, t.priority, t.created_at%s, row_number() over (order by %s) as turn
          from (%s) t
        """
        .formatted(takesExpired() ? ", t.lost_by" : "", order, tasks);
  }

  private String filters() {
    List<String> filters = new ArrayList<>();
    if (topic.businessKey() != null) {
      filters.add("t.business_key = :businessKey_" + number);
    }
    if (topic.processDefinitionVersionTag() != null) {
      filters.add("t.version_tag = :versionTag_" + number);
    }
    if (!topic.processDefinitionIds().isEmpty()) {
      filters.add("t.process_definition_id in (:definitionIds_%d)".formatted(number));
    }
    if (!topic.processDefinitionKeys().isEmpty()) {
      filters.add("t.definition_key in (:definitionKeys_%d)".formatted(number));
    }
    if (!topic.tenantIds().isEmpty()) {
      filters.add("t.tenant_id in (:tenantIds_%d)".formatted(number));
    } else if (topic.withoutTenantId()) {
      filters.add("t.tenant_id is null");
    }
    if (!processVariables.isEmpty()) {
      filters.add(anyVariableMatches());
    }
    return filters.stream().map(filter -> "\n         and " + filter).collect(Collectors.joining());
  }

  private String anyVariableMatches() {
    List<String> matches = new ArrayList<>();
    for (int i = 0; i < processVariables.size(); i++) {
      matches.add(VariableMatch.clause(number + "_" + i, processVariables.get(i).getValue()));
    }
    return "(" + String.join("\n          or ", matches) + ")";
  }
}
