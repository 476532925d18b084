package dev.outwork.engine.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Something that a user has done: what it was, on what, and what has changed. Immutable. */
public final class Operation {
  private final Kind kind;
  private final String type;
  private final Map<Subject, String> subjects;
  private final List<Change> changes;

  /** The kind of thing that was changed. */
  public enum Kind {
    BATCH("Batch"),
    DECISION_DEFINITION("DecisionDefinition"),
    DEPLOYMENT("Deployment"),
    EXTERNAL_TASK("ExternalTask"),
    FILTER("Filter"),
    IDENTITY_LINK("IdentityLink"),
    INCIDENT("Incident"),
    JOB("Job"),
    OPERATION_LOG("OperationLog"),
    PROCESS_DEFINITION("ProcessDefinition"),
    PROCESS_INSTANCE("ProcessInstance"),
    TASK("Task"),
    VARIABLE("Variable");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** What has an id that the log keeps. */
  public enum Subject {
    DEPLOYMENT,
    PROCESS_DEFINITION,
    DEFINITION_KEY,
    ROOT_PROCESS_INSTANCE,
    PROCESS_INSTANCE,
    EXECUTION,
    TASK,
    EXTERNAL_TASK,
    JOB,
    BATCH,
    TENANT
  }

  /**
   * A property.
   *
   * @param property null for an operation that changes none
   */
  record Change(String property, String before, String after) {
    static final Change NONE = new Change(null, null, null);
  }

  private Operation(Kind kind, String type, Map<Subject, String> subjects, List<Change> changes) {
    this.kind = kind;
    this.type = type;
    this.subjects = subjects;
    this.changes = changes;
  }

  /**
   * An operation on nothing yet.
   *
   * @param type as Camunda 7 names it
   */
  public static Operation of(Kind kind, String type) {
    return new Operation(kind, type, new EnumMap<>(Subject.class), List.of());
  }

  /** The same, on this thing; null changes nothing. */
  public Operation on(Subject subject, String id) {
    if (id == null) {
      return this;
    }
    Map<Subject, String> more = new EnumMap<>(subjects);
    more.put(subject, id);
    return new Operation(kind, type, more, changes);
  }

  /** The same, which has changed a property. An instant becomes its milliseconds. */
  public Operation change(String property, Object before, Object after) {
    List<Change> more = new ArrayList<>(changes);
    more.add(new Change(property, text(before), text(after)));
    return new Operation(kind, type, subjects, List.copyOf(more));
  }

  /** An operation on a process instance as a whole. */
  public static Operation onInstance(String type, String processInstanceId) {
    return of(Kind.PROCESS_INSTANCE, type).on(Subject.PROCESS_INSTANCE, processInstanceId);
  }

  /** The same, done with several things at once. */
  public Operation many(int count, boolean isInBackground) {
    return change("nrOfInstances", null, count).change("async", null, isInBackground);
  }

  /** The same, which has suspended or activated something. */
  public Operation suspended(boolean suspended) {
    return change("suspensionState", null, suspended ? "suspended" : "active");
  }

  /** The word for suspending or activating. */
  public static String suspension(boolean suspended) {
    return suspended ? "Suspend" : "Activate";
  }

  private static String text(Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof Instant instant
        ? String.valueOf(instant.toEpochMilli())
        : value.toString();
  }

  Kind kind() {
    return kind;
  }

  String type() {
    return type;
  }

  /** The id of a thing, or null. */
  String id(Subject subject) {
    return subjects.get(subject);
  }

  /** One for each property, and one for an operation that changes none. */
  List<Change> changes() {
    return changes.isEmpty() ? List.of(Change.NONE) : changes;
  }

  /** Who usually does this. */
  String category() {
    boolean isOfTask =
        kind == Kind.TASK
            || kind == Kind.FILTER
            || kind == Kind.IDENTITY_LINK
            || (kind == Kind.VARIABLE && id(Subject.TASK) != null);
    return isOfTask ? "TaskWorker" : "Operator";
  }
}
