package dev.outwork.engine.usertask;

import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

/** The expressions of saved filters: they see no variables, but the caller and the time. */
@Collaborator
@Dependent
public class FilterExpressions {
  private final Clock clock;

  @Inject
  FilterExpressions(Clock clock) {
    this.clock = clock;
  }

  Object evaluate(String text) {
    Object value = Expression.parse(text).evaluateForCaller(Names.NONE.at(clock));
    if (value == null || value instanceof Instant) {
      return value;
    }
    return value instanceof Collection<?> list
        ? list.stream().map(String::valueOf).toList()
        : value.toString();
  }
}
