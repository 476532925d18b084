package dev.outwork.rest.wire;

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
 * Which status an engine's exception has (docs/rest-api.md, "Status codes"), and the ways in which
 * endpoints differ from that.
 */
public final class Failures {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  private Failures() {}

  static int status(ProcessEngineException failure) {
    if (failure instanceof BadUserRequestException || failure instanceof ParseException) {
      return BAD_REQUEST;
    }
    return isTemporary(failure) ? UNAVAILABLE : SERVER_ERROR;
  }

  /** Whether the same request may succeed a little later. */
  static boolean isTemporary(ProcessEngineException failure) {
    return failure instanceof TooManyWaitingException
        || failure instanceof DatabaseUnavailableException;
  }

  static Object body(ProcessEngineException failure) {
    return failure instanceof ParseException parse ? ParseErrorDto.of(parse) : ErrorDto.of(failure);
  }

  /** What the path names is not there. */
  public static WireException missing(String message, Object... values) {
    return WireException.invalidRequest(NOT_FOUND, message.formatted(values));
  }

  /** Runs a command on what the path names, and answers 404 if the engine does not find it. */
  public static void missingIs404(Runnable command) {
    missingIs404(asSupplier(command));
  }

  public static <T> T missingIs404(Supplier<T> question) {
    return rewriting(
        NotFoundException.class,
        question,
        missing -> WireException.invalidRequest(NOT_FOUND, missing.getMessage()));
  }

  /** The same for an external task, whose clients know the refusal as a RestException. */
  public static void missingTaskIs404(Runnable command) {
    missingTaskIs404(asSupplier(command));
  }

  public static <T> T missingTaskIs404(Supplier<T> question) {
    return rewriting(
        NotFoundException.class, question, missing -> WireException.rest(NOT_FOUND, missing));
  }

  /**
   * Runs a worker's report on an external task: whatever the engine refuses is a RestException, 404
   * if the task is not there and 400 otherwise.
   */
  public static void refusedIsRestException(Runnable report) {
    rewriting(BadUserRequestException.class, asSupplier(report), Failures::refusedAsRestException);
  }

  /** The same for the failure of a report that was made together with others. */
  public static RuntimeException refusedIsRestException(RuntimeException failure) {
    return rewritten(BadUserRequestException.class, failure, Failures::refusedAsRestException);
  }

  private static WireException refusedAsRestException(ProcessEngineException refusal) {
    return WireException.rest(
        refusal instanceof NotFoundException ? NOT_FOUND : BAD_REQUEST, refusal);
  }

  /** Runs a command whose every failure in the engine is a RestException of the same status. */
  public static void refusedIsRestException(String prefix, Runnable command) {
    rewriting(
        ProcessEngineException.class,
        asSupplier(command),
        failure -> WireException.rest(status(failure), prefix, failure));
  }

  /** Runs a question whose every failure in the engine is a RestException, after a prefix. */
  public static <T> T refusedIsRestException(int status, String prefix, Supplier<T> question) {
    return rewriting(
        ProcessEngineException.class,
        question,
        failure -> WireException.rest(status, prefix, failure));
  }

  /**
   * Submits a form: status 400 if a field does not take its value, 500 for whatever else the engine
   * refuses.
   */
  public static <T> T submitted(Supplier<String> prefix, Supplier<T> submission) {
    return rewriting(
        ProcessEngineException.class,
        submission,
        failure ->
            WireException.rest(
                failure instanceof FormFieldValidationException ? BAD_REQUEST : SERVER_ERROR,
                prefix.get(),
                failure));
  }

  /** Runs a command whose refusal is an InvalidRequestException, after a prefix. */
  public static <T> T refusedIs(int status, String prefix, Supplier<T> command) {
    return rewriting(
        BadUserRequestException.class,
        command,
        refusal -> WireException.invalidRequest(status, prefix + refusal.getMessage()));
  }

  public static void refusedIs(int status, String prefix, Runnable command) {
    refusedIs(status, prefix, asSupplier(command));
  }

  /** Runs a command whose every failure in the engine has status 500, with a prefix. */
  public static <T> T failedIs500(String prefix, Supplier<T> command) {
    return rewriting(
        ProcessEngineException.class,
        command,
        failure -> WireException.rest(SERVER_ERROR, prefix, failure));
  }

  /** The same with a prefix that is made only if it is needed. */
  public static <T> T failedIs500(Supplier<String> prefix, Supplier<T> command) {
    return rewriting(
        ProcessEngineException.class,
        command,
        failure -> WireException.rest(SERVER_ERROR, prefix.get(), failure));
  }

  public static void failedIs500(String prefix, Runnable command) {
    failedIs500(prefix, asSupplier(command));
  }

  /** Runs a question whose every failure in the engine is an InvalidRequestException. */
  public static <T> T failedIs(int status, String prefix, Supplier<T> question) {
    return rewriting(
        ProcessEngineException.class,
        question,
        failure -> WireException.invalidRequest(status, prefix + failure.getMessage()));
  }

  /** Runs a command whose every failure in the engine is an InvalidRequestException. */
  public static void failedIs(int status, Runnable command) {
    rewriting(
        ProcessEngineException.class,
        asSupplier(command),
        failure -> WireException.invalidRequest(status, failure.getMessage()));
  }

  /**
   * Correlates a message; if it does not find its one receiver, that is a RestException, whose
   * message begins with the class that clients look for.
   */
  public static <T> T mismatchIsRestException(Supplier<T> correlation) {
    return rewriting(
        MismatchingMessageCorrelationException.class,
        correlation,
        mismatch ->
            WireException.rest(
                BAD_REQUEST,
                "org.camunda.bpm.engine.MismatchingMessageCorrelationException: ",
                mismatch));
  }

  private static <T> T rewriting(
      Class<? extends ProcessEngineException> type,
      Supplier<T> command,
      Function<ProcessEngineException, WireException> rewrite) {
    try {
      return command.get();
    } catch (RuntimeException e) {
      throw rewritten(type, e, rewrite);
    }
  }

  private static RuntimeException rewritten(
      Class<? extends ProcessEngineException> type,
      RuntimeException failure,
      Function<ProcessEngineException, WireException> rewrite) {
    return Causes.engine(failure)
        .filter(type::isInstance)
        // Whatever was asked for, it was not what failed.
        .filter(engine -> !(engine instanceof DatabaseUnavailableException))
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
