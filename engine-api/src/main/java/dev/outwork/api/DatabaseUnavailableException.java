package dev.outwork.api;

import jakarta.resource.ResourceException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The database does not answer, or takes no writes: it is restarting, its disk is full, a standby
 * has not been promoted yet. Whether the command has taken effect is not known if its transaction
 * was about to be committed; calling again is safe. On the wire: status 503 with {@code
 * Retry-After}.
 */
public class DatabaseUnavailableException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  private static final int DEEPEST = 20;

  // The states of PostgreSQL, appendix A of its manual: connection exceptions, insufficient
  // resources, shut down or starting, system errors; a standby is read-only.
  private static final List<String> STATES = List.of("08", "53", "57P", "58", "25006");

  // H2: the connection is broken, the database is closed, or its file is.
  private static final List<Integer> H2_CODES = List.of(90028, 90031, 90067, 90098, 90121);

  public DatabaseUnavailableException(Throwable cause) {
    super("The database does not answer at the moment; the request can be sent again", cause);
  }

  /**
   * What in the causes of a failure tells that the database is away; empty if it was there and
   * refused.
   */
  public static Optional<Throwable> reasonIn(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST)
        .filter(DatabaseUnavailableException::isReason)
        .findFirst();
  }

  private static boolean isReason(Throwable cause) {
    // A pool that cannot make a connection, or has had none left for too long; a transaction
    // manager
    // that has lost the database in a commit.
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
