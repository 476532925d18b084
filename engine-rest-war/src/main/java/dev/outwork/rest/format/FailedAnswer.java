package dev.outwork.rest.format;

import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.ProcessEngineException;
import java.util.Optional;
import java.util.UUID;

/** The status and body for a failure (docs/rest-api.md, "Errors"). */
public record FailedAnswer(int status, Object body) {
  private static final System.Logger LOG = System.getLogger(FailedAnswer.class.getName());
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  /** Delay after which a request that failed temporarily may succeed. */
  public static final int RETRY_AFTER_SECONDS = 5;

  /** Whether the same request may succeed later. */
  public boolean isTemporary() {
    return status == UNAVAILABLE;
  }

  /** The answer to a refusal by the REST API or the engine; empty for other failures. */
  static Optional<FailedAnswer> ofRefusal(Throwable failure) {
    return Causes.find(failure, RestException.class)
        .map(refusal -> new FailedAnswer(refusal.status(), refusal.body()))
        .or(
            () ->
                Causes.find(failure, ProcessEngineException.class)
                    .map(
                        engine -> new FailedAnswer(Failures.status(engine), Failures.body(engine))))
        .or(() -> ofOutage(failure));
  }

  // A failure in the commit, which the engine does not see.
  private static Optional<FailedAnswer> ofOutage(Throwable failure) {
    return DatabaseUnavailableException.reasonIn(failure)
        .map(DatabaseUnavailableException::new)
        .map(away -> new FailedAnswer(Failures.status(away), Failures.body(away)));
  }

  /**
   * The answer to any failure; an unexpected one is logged once and answered without details.
   *
   * @param what the failed operation, for the log
   */
  public static FailedAnswer of(String what, Throwable failure) {
    return ofRefusal(failure).orElseGet(() -> unforeseen(what, failure));
  }

  static FailedAnswer unforeseen(String what, Throwable failure) {
    String reference = UUID.randomUUID().toString();
    LOG.log(
        System.Logger.Level.ERROR,
        () -> "%s failed, reference %s".formatted(what, reference),
        failure);
    return new FailedAnswer(
        SERVER_ERROR,
        new ErrorDto(
            failure.getClass().getSimpleName(),
            "The request failed; the server's log has the reason under reference " + reference,
            null));
  }
}
