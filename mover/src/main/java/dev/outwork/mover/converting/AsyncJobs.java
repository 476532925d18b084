package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.mover.source.SourceJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The asynchronous continuations of an instance, by the executions that wait for them. */
final class AsyncJobs {
  static final String HANDLER = "async-continuation";

  private static final Set<String> AFTER =
      Set.of("transition-notify-listener-take", "activity-end");

  private final Map<String, SourceJob> jobs = new HashMap<>();

  AsyncJobs(List<SourceJob> all) {
    all.stream()
        .filter(job -> HANDLER.equals(job.handler().type()))
        .forEach(job -> jobs.put(job.executionId(), job));
  }

  Optional<SourceJob> of(String executionId) {
    return Optional.ofNullable(jobs.get(executionId));
  }

  /** Whether the work is done and the token is about to leave. */
  static boolean isAfter(SourceJob job) {
    return AFTER.contains(operation(job));
  }

  /** Where at its node the token waits for the job. */
  static TokenPlace.Waits waits(SourceJob job, FlowNode node) {
    if (!isAfter(job)) {
      return new TokenPlace.Waits("BEFORE", null);
    }
    if (!node.info().isLeftByJobs()) {
      return new TokenPlace.Waits(TokenPlace.Waits.AFTER, null);
    }
    String flow =
        flow(job)
            .filter(id -> node.info().outgoing().flows().stream().anyMatch(f -> f.id().equals(id)))
            .orElseThrow(
                () ->
                    new CannotGoException(
                        "it is about to leave '%s' by a flow that the model does not have"
                            .formatted(node.id())));
    return new TokenPlace.Waits("TAKING", flow);
  }

  /** The sequence flow that the token is about to take; empty if there is none. */
  private static Optional<String> flow(SourceJob job) {
    String configuration = job.handler().configuration();
    int at = configuration == null ? -1 : configuration.indexOf('$');
    return at < 0 ? Optional.empty() : Optional.of(configuration.substring(at + 1));
  }

  private static String operation(SourceJob job) {
    String configuration = job.handler().configuration();
    return configuration == null ? "" : configuration.replaceFirst("\\$.*", "");
  }
}
