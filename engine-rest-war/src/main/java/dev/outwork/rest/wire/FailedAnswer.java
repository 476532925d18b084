package dev.outwork.rest.wire;

import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.ProcessEngineException;
import java.util.Optional;
import java.util.UUID;

/** The status and the body that a failure is answered with (docs/rest-api.md, "Errors"). */
public record FailedAnswer(int status, Object body) {
  private static final System.Logger LOG = System.getLogger(FailedAnswer.class.getName());
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  /** After how many seconds the same request may succeed, if it failed for a while only. */
  public static final int RETRY_AFTER_SECONDS = 5;

  /** Whether the same request may succeed a little later. */
  public boolean isTemporary() {
    return status == UNAVAILABLE;
  }

  /** Of what the wire or the engine has refused; empty for anything else. */
  static Optional<FailedAnswer> ofRefusal(Throwable failure) {
    return Causes.find(failure, WireException.class)
        .map(refusal -> new FailedAnswer(refusal.status(), refusal.body()))
        .or(
            () ->
                Causes.find(failure, ProcessEngineException.class)
                    .map(
                        engine -> new FailedAnswer(Failures.status(engine), Failures.body(engine))))
        .or(() -> ofOutage(failure));
  }

  // In the commit, of which the engine is not told.
  private static Optional<FailedAnswer> ofOutage(Throwable failure) {
    return DatabaseUnavailableException.reasonIn(failure)
        .map(DatabaseUnavailableException::new)
        .map(away -> new FailedAnswer(Failures.status(away), Failures.body(away)));
  }

  /**
   * Of any failure; what nobody foresaw is logged once and answered without a detail of it.
   *
   * @param what has failed, for the log
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
            "The request failed for a reason that only the server's log tells, under reference "
                + reference,
            null));
  }
}
