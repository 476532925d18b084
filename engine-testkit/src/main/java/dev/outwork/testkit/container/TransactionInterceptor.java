package dev.outwork.testkit.container;

import jakarta.annotation.Priority;
import jakarta.ejb.EJBException;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs each call of a session bean with the transaction attribute that it declares. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class TransactionInterceptor {
  @Inject private TestResources resources;

  @AroundInvoke
  Object inTransaction(InvocationContext call) throws Exception {
    TestTransactions transactions = resources.transactions();
    return switch (attribute(call.getMethod())) {
      case REQUIRES_NEW -> transactions.inNew(call::proceed);
      case NOT_SUPPORTED -> transactions.without(call::proceed);
      case NEVER -> outsideOf(transactions, call);
      case SUPPORTS -> call.proceed();
      default -> transactions.within(call::proceed);
    };
  }

  private static Object outsideOf(TestTransactions transactions, InvocationContext call)
      throws Exception {
    if (transactions.isTransactionActive()) {
      throw new EJBException(call.getMethod() + " is called in a transaction");
    }
    return call.proceed();
  }

  private static TransactionAttributeType attribute(Method method) {
    return Stream.of(method, method.getDeclaringClass())
        .map(element -> element.getAnnotation(TransactionAttribute.class))
        .filter(Objects::nonNull)
        .map(TransactionAttribute::value)
        .findFirst()
        .orElse(TransactionAttributeType.REQUIRED);
  }
}
