package dev.outwork.rest.format;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.event.MismatchingMessageCorrelationException;
import dev.outwork.api.externaltask.TooManyWaitingException;
import dev.outwork.api.form.FormFieldValidationException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The status of an engine exception (docs/rest-api.md, "Status codes"), and the endpoints that
 * deviate from it.
 */
public final class Failures {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  private Failures() {}

  static int status(ProcessEngineException failure) {
    if (failure instanceof BadUserRequestException || failure instanceof ParseException) {
      return BAD_REQUEST;
    }
    if (failure instanceof AuthorizationException) {
      return FORBIDDEN;
    }
    return isTemporary(failure) ? UNAVAILABLE : SERVER_ERROR;
  }

  /** Whether the same request may succeed later. */
  static boolean isTemporary(ProcessEngineException failure) {
    return failure instanceof TooManyWaitingException
        || failure instanceof DatabaseUnavailableException;
  }

  static Object body(ProcessEngineException failure) {
    return failure instanceof ParseException parse ? ParseErrorDto.of(parse) : ErrorDto.of(failure);
  }

  /** The element of the path does not exist. */
  public static RestException missing(String message, Object... values) {
    return RestException.invalidRequest(NOT_FOUND, message.formatted(values));
  }

  /**
   * No version of a definition has the key of the path.
   *
   * @param kind of definition, as Camunda names it
   * @param tenantId null for the version without tenant
   */
  public static RestException noLatest(String kind, String key, String tenantId) {
    String tenant = tenantId == null ? "no tenant-id" : "tenant-id: " + tenantId;
    return RestException.rest(
        NOT_FOUND, "No matching %s with key: %s and %s".formatted(kind, key, tenant));
  }

  /** Runs a command on the element of the path; 404 if the engine does not find it. */
  public static void missingIs404(Runnable command) {
    missingIs404(asSupplier(command));
  }

  public static <T> T missingIs404(Supplier<T> question) {
    return rewriting(
        NotFoundException.class,
        question,
        missing -> RestException.invalidRequest(NOT_FOUND, missing.getMessage()));
  }

  /** As {@link #missingIs404}, for an external task: clients expect a RestException. */
  public static void missingTaskIs404(Runnable command) {
    missingTaskIs404(asSupplier(command));
  }

  public static <T> T missingTaskIs404(Supplier<T> question) {
    return rewriting(
        NotFoundException.class, question, missing -> RestException.rest(NOT_FOUND, missing));
  }

  /**
   * Runs a worker's report on an external task: every refusal of the engine is a RestException, 404
   * if the task does not exist and 400 otherwise.
   */
  public static void refusedIsRestException(Runnable report) {
    rewriting(BadUserRequestException.class, asSupplier(report), Failures::refusedAsRestException);
  }

  /** The same for a report that was made together with others. */
  public static RuntimeException refusedIsRestException(RuntimeException failure) {
    return rewritten(BadUserRequestException.class, failure, Failures::refusedAsRestException);
  }

  private static RestException refusedAsRestException(ProcessEngineException refusal) {
    return RestException.rest(
        refusal instanceof NotFoundException ? NOT_FOUND : BAD_REQUEST, refusal);
  }

  /** Runs a command whose engine failures are RestExceptions of the same status. */
  public static void refusedIsRestException(String prefix, Runnable command) {
    rewriting(
        ProcessEngineException.class,
        asSupplier(command),
        failure -> RestException.rest(status(failure), prefix, failure));
  }

  /** Runs a query whose engine failures are RestExceptions with a prefix. */
  public static <T> T refusedIsRestException(int status, String prefix, Supplier<T> question) {
    return rewriting(
        ProcessEngineException.class,
        question,
        failure -> RestException.rest(status, prefix, failure));
  }

  /**
   * Submits a form: status 400 if a field does not accept its value, 500 for every other refusal of
   * the engine.
   */
  public static <T> T submitted(Supplier<String> prefix, Supplier<T> submission) {
    return rewriting(
        ProcessEngineException.class,
        submission,
        failure ->
            RestException.rest(
                failure instanceof FormFieldValidationException ? BAD_REQUEST : SERVER_ERROR,
                prefix.get(),
                failure));
  }

  /** Runs a command whose refusal is an InvalidRequestException with a prefix. */
  public static <T> T refusedIs(int status, String prefix, Supplier<T> command) {
    return rewriting(
        BadUserRequestException.class,
        command,
        refusal -> RestException.invalidRequest(status, prefix + refusal.getMessage()));
  }

  public static void refusedIs(int status, String prefix, Runnable command) {
    refusedIs(status, prefix, asSupplier(command));
  }

  /** Runs a command whose engine failures have status 500 and a prefix. */
  public static <T> T failedIs500(String prefix, Supplier<T> command) {
    return rewriting(
        ProcessEngineException.class,
        command,
        failure -> RestException.rest(SERVER_ERROR, prefix, failure));
  }

  /** The same with a prefix that is evaluated on failure only. */
  public static <T> T failedIs500(Supplier<String> prefix, Supplier<T> command) {
    return rewriting(
        ProcessEngineException.class,
        command,
        failure -> RestException.rest(SERVER_ERROR, prefix.get(), failure));
  }

  public static void failedIs500(String prefix, Runnable command) {
    failedIs500(prefix, asSupplier(command));
  }

  /** Runs a query whose engine failures are InvalidRequestExceptions. */
  public static <T> T failedIs(int status, String prefix, Supplier<T> question) {
    return rewriting(
        ProcessEngineException.class,
        question,
        failure -> RestException.invalidRequest(status, prefix + failure.getMessage()));
  }

  /** Runs a command whose engine failures are InvalidRequestExceptions. */
  public static void failedIs(int status, Runnable command) {
    rewriting(
        ProcessEngineException.class,
        asSupplier(command),
        failure -> RestException.invalidRequest(status, failure.getMessage()));
  }

  /**
   * Correlates a message. A mismatch is a RestException whose message begins with the class name
   * that clients look for.
   */
  public static <T> T mismatchIsRestException(Supplier<T> correlation) {
    return rewriting(
        MismatchingMessageCorrelationException.class,
        correlation,
        mismatch ->
            RestException.rest(
                BAD_REQUEST,
                "org.camunda.bpm.engine.MismatchingMessageCorrelationException: ",
                mismatch));
  }

  private static <T> T rewriting(
      Class<? extends ProcessEngineException> type,
      Supplier<T> command,
      Function<ProcessEngineException, RestException> rewrite) {
    try {
      return command.get();
    } catch (RuntimeException e) {
      throw rewritten(type, e, rewrite);
    }
  }

  private static RuntimeException rewritten(
      Class<? extends ProcessEngineException> type,
      RuntimeException failure,
      Function<ProcessEngineException, RestException> rewrite) {
    return Causes.engine(failure)
        .filter(type::isInstance)
        // An unavailable database is no failure of the request, and who may not do something is
        // told so everywhere.
        .filter(engine -> !(engine instanceof DatabaseUnavailableException))
        .filter(engine -> !(engine instanceof AuthorizationException))
        .<RuntimeException>map(rewrite)
        .orElse(failure);
  }

  private static Supplier<Void> asSupplier(Runnable command) {
    return () -> {
      command.run();
      return null;
    };
  }
}
