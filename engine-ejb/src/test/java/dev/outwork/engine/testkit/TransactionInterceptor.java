package dev.outwork.engine.testkit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs each call of a session bean in a transaction. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class TransactionInterceptor {
  @Inject private TestResources resources;

  @AroundInvoke
  Object inTransaction(InvocationContext call) throws Exception {
    return resources.transactions().within(call::proceed);
  }
}
