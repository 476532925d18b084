package dev.outwork.engine.instance;

import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.database.Transactions;
import dev.outwork.engine.together.Combiner;
import dev.outwork.engine.together.OwnOutcome;
import dev.outwork.engine.tracing.CallTrace;
import dev.outwork.engine.tracing.Tracing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Starts instances for callers without a transaction: those that come together share one, and go
 * alone if it was rolled back.
 */
@ApplicationScoped
class SingleStarts {
  private final Combiner<Start, Optional<ProcessInstance>> combiner =
      Combiner.of(this::alone, this::together);

  @Inject private StartTransaction transaction;
  @Inject private Transactions transactions;
  @Inject private Tracing tracing;

  /** Starts an instance, or throws; empty if no definition has the key. */
  Optional<ProcessInstance> start(Start start) {
    CallTrace trace = tracing.call("start");
    Start traced = start.tracedAs(trace.starts(start.definition().key(), start.definition().id()));
    return trace.during(
        () -> {
          Optional<ProcessInstance> started =
              transactions.isActive() ? alone(traced) : combiner.call(traced);
          started.map(ProcessInstance::id).ifPresent(trace::started);
          return started;
        });
  }

  private Optional<ProcessInstance> alone(Start start) {
    return transaction.start(start);
  }

  private List<? extends Supplier<Optional<ProcessInstance>>> together(List<Start> starts) {
    List<OwnOutcome<Optional<ProcessInstance>>> outcomes = transaction.start(starts);
    return outcomes.isEmpty()
        ? starts.stream()
            .<Supplier<Optional<ProcessInstance>>>map(start -> () -> alone(start))
            .toList()
        : outcomes;
  }
}
