package dev.outwork.engine.database;

import dev.outwork.api.DatabaseUnavailableException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Makes an exception of the application's of what a database that is away has thrown: a container
 * writes everything else into the log by itself, each time and with the whole stack.
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
