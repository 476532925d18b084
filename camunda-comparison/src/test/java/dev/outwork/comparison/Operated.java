package dev.outwork.comparison;

import java.util.List;
import java.util.Map;

/** An engine as its operators see it: what stands where, and what is changed from outside. */
interface Operated {
  /** One instruction of a modification; the ancestor is named by its activity, null for none. */
  record Step(Kind kind, String what, String ancestor) {
    /** Names the process instance as an ancestor. */
    static final String INSTANCE = "the instance";

    enum Kind {
      BEFORE,
      AFTER,
      TRANSITION,
      CANCEL_ALL,
      /** The activity instance with the lowest loop counter, as ancestors are chosen as well. */
      CANCEL_ONE
    }

    static Step before(String activityId) {
      return before(activityId, null);
    }

    static Step before(String activityId, String ancestor) {
      return new Step(Kind.BEFORE, activityId, ancestor);
    }

    static Step after(String activityId, String ancestor) {
      return new Step(Kind.AFTER, activityId, ancestor);
    }

    static Step take(String transitionId) {
      return new Step(Kind.TRANSITION, transitionId, null);
    }

    static Step cancelAll(String activityId) {
      return new Step(Kind.CANCEL_ALL, activityId, null);
    }

    static Step cancelOne(String activityId) {
      return new Step(Kind.CANCEL_ONE, activityId, null);
    }

    @Override
    public String toString() {
      return kind + " " + what + (ancestor == null ? "" : " in " + ancestor);
    }
  }

  /** A user task that is open, with what it sees. */
  record OpenTask(String id, String elementId, Map<String, String> variables) {}

  void deploy(String document, String tenantId);

  String start(String key, String tenantId);

  String startAt(String key, List<Step> steps);

  void modify(String processInstanceId, List<Step> steps);

  void setSuspended(String processInstanceId, boolean suspended);

  /** The running activities, each with its contents in parentheses; empty once it has ended. */
  String tree(String processInstanceId);

  List<OpenTask> openTasks(String processInstanceId);

  void completeTask(String taskId);

  /** The instance that this one has called. */
  String calledBy(String processInstanceId);

  /** The topics of external tasks that can be fetched, and the states of instance and jobs. */
  String stand(String processInstanceId);

  /** The tenants of the instance, and of its tasks, jobs and subscriptions. */
  List<String> tenants(String processInstanceId);
}
