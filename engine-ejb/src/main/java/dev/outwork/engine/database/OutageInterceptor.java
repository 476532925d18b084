package dev.outwork.engine.database;

import dev.outwork.api.DatabaseUnavailableException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Converts exceptions caused by an unavailable database to an application exception: containers log
 * every other exception themselves, each time with the whole stack trace.
 */
@Interceptor
@TellsOutages
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class OutageInterceptor {
  @Inject private OutageLog log;

  @AroundInvoke
  Object tellCaller(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw log.tells(e) ? new DatabaseUnavailableException(e) : e;
    }
  }

  @AroundTimeout
  Object waitForNextTime(InvocationContext tick) throws Exception {
    try {
      return tick.proceed();
    } catch (RuntimeException e) {
      if (log.tells(e)) {
        return null;
      }
      throw e;
    }
  }
}
