package dev.outwork.engine.operation;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records what the user of this thread does; without a user, nothing. */
@Collaborator
@Dependent
public class OperationLog {
  private final OperationStore store;
  private final Clock clock;

  @Inject
  OperationLog(OperationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whether there is a user to record. */
  public boolean isWritten() {
    return user().isPresent();
  }

  /** Records an operation, in the transaction that it belongs to. */
  public void add(Operation operation) {
    addAll(List.of(operation));
  }

  /** Records what was done together, as one operation. */
  public void addAll(List<Operation> operations) {
    user().ifPresent(user -> store.insert(lines(store.placed(operations), user)));
  }

  /** The same with other writes, of an operation that says where it belongs. */
  public void add(Operation operation, Writes writes) {
    user().ifPresent(user -> store.insert(lines(List.of(operation), user), writes));
  }

  private List<OperationLine> lines(List<Operation> operations, String user) {
    String operationId = Ids.next();
    Instant now = clock.instant();
    return operations.stream()
        .flatMap(
            operation ->
                operation.changes().stream()
                    .map(change -> new OperationLine(operationId, user, now, operation, change)))
        .toList();
  }

  private static Optional<String> user() {
    return AuthenticatedUser.name();
  }
}
