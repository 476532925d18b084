package dev.outwork.api;

import jakarta.resource.ResourceException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The database does not answer or accepts no writes: it is restarting, its disk is full, or a
 * standby has not been promoted yet. If the transaction was committing, its outcome is unknown;
 * repeating the command is safe. REST API: status 503 with {@code Retry-After}.
 */
public class DatabaseUnavailableException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  private static final int DEEPEST = 20;

  // SQLSTATEs of PostgreSQL (appendix A of its manual): connection exceptions, insufficient
  // resources, shutdown or start-up, system errors, and a read-only standby.
  private static final List<String> STATES = List.of("08", "53", "57P", "58", "25006");

  // H2: the connection is broken, or the database or its file is closed.
  private static final List<Integer> H2_CODES = List.of(90028, 90031, 90067, 90098, 90121);

  public DatabaseUnavailableException(Throwable cause) {
    super("The database is unavailable at the moment; send the request again later", cause);
  }

  /**
   * The cause that shows the database to be unavailable; empty if the database answered and
   * refused.
   */
  public static Optional<Throwable> reasonIn(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST)
        .filter(DatabaseUnavailableException::isReason)
        .findFirst();
  }

  private static boolean isReason(Throwable cause) {
    // The pool cannot open a connection or had none left for too long, or the transaction manager
    // lost the database in a commit.
    return cause instanceof ResourceException
        || cause instanceof SystemException
        || (cause instanceof SQLException refusal && isReason(refusal));
  }

  private static boolean isReason(SQLException refusal) {
    String state = refusal.getSQLState();
    return H2_CODES.contains(refusal.getErrorCode())
        || (state != null && STATES.stream().anyMatch(state::startsWith));
  }
}
