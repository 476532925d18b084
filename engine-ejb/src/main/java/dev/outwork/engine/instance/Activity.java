package dev.outwork.engine.instance;

import java.time.Instant;

/**
 * A node that a token is at, or was at: a row of {@code activity_instance}. Its id names a scope
 * for variables and is an execution id on the wire.
 */
public final class Activity {
  private final String id;
  private final String elementId;
  private final String type;
  private final String parentId;
  private final boolean isNew;
  private final Instant startedAt;
  private Instant endedAt;
  private boolean canceled;

  private Activity(
      String id, String elementId, String type, String parentId, boolean isNew, Instant startedAt) {
    this.id = id;
    this.elementId = elementId;
    this.type = type;
    this.parentId = parentId;
    this.isNew = isNew;
    this.startedAt = startedAt;
  }

  static Activity begin(String id, String elementId, String type, String parentId, Instant now) {
    return new Activity(id, elementId, type, parentId, true, now);
  }

  /** One that an earlier transaction began. */
  public static Activity underWay(String id, String elementId, String parentId) {
    return new Activity(id, elementId, null, parentId, false, null);
  }

  void end(Instant now) {
    endedAt = now;
  }

  void cancel(Instant now) {
    endedAt = now;
    canceled = true;
  }

  boolean isUnderWay() {
    return endedAt == null;
  }

  boolean isNew() {
    return isNew;
  }

  public String id() {
    return id;
  }

  /** Id of the node in the model. */
  public String elementId() {
    return elementId;
  }

  public String type() {
    return type;
  }

  /** Id of the sub-process that it is in, or of the process instance. */
  public String parentId() {
    return parentId;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public boolean canceled() {
    return canceled;
  }
}
