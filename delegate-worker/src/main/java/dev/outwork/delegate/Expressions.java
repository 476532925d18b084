package dev.outwork.delegate;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * Evaluates expressions with the Expression Language that they were written for, that of {@code
 * camunda-engine}. So names, properties and conversions behave as before.
 */
final class Expressions {
  private static final ExpressionFactory FACTORY = new ExpressionFactoryImpl();
  private static final String SPIN = "org.camunda.spin.Spin";

  private final Beans beans;

  Expressions(Beans beans) {
    this.beans = beans;
  }

  /** The value of an expression in a scope. */
  Object value(String text, VariableScope scope) {
    try {
      SimpleContext context = context(scope);
      return parsed(text, context).getValue(context);
    } catch (ELException e) {
      throw inWords(text, e);
    }
  }

  /** An expression to be evaluated later, in any scope. */
  Expression expression(String text) {
    return new ScopedExpression(text);
  }

  private SimpleContext context(VariableScope scope) {
    CompositeELResolver resolver = new CompositeELResolver();
    resolver.add(new ScopeResolver(scope, beans));
    resolver.add(new ArrayELResolver());
    resolver.add(new ListELResolver());
    resolver.add(new MapELResolver());
    resolver.add(new BeanResolver());
    SimpleContext context = new SimpleContext(resolver);
    addFunctions(context, DateTimeFunctions.class);
    addSpin(context);
    return context;
  }

  private static void addFunctions(SimpleContext context, Class<?> type) {
    for (Method method : type.getMethods()) {
      if (Modifier.isStatic(method.getModifiers())) {
        context.setFunction("", method.getName(), method);
      }
    }
  }

  // Spin is on the class path of workers whose expressions use it.
  private static void addSpin(SimpleContext context) {
    try {
      Class<?> spin = Class.forName(SPIN, true, Expressions.class.getClassLoader());
      for (String name : new String[] {"S", "JSON", "XML"}) {
        context.setFunction("", name, spin.getMethod(name, Object.class));
      }
    } catch (ReflectiveOperationException notThere) {
      // Without Spin its functions are unknown, and the expression fails with that message.
    }
  }

  private static ValueExpression parsed(String text, SimpleContext context) {
    return FACTORY.createValueExpression(context, text.strip(), Object.class);
  }

  /** An exception of a bean is rethrown; every other failure names the expression. */
  private static RuntimeException inWords(String text, ELException failure) {
    Throwable thrown = failure;
    while (thrown instanceof ELException && thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    if (thrown instanceof RuntimeException ofBean && !(thrown instanceof ELException)) {
      return ofBean;
    }
    String why =
        failure instanceof PropertyNotFoundException
            ? "names neither a variable nor a bean"
            : "cannot be evaluated";
    return new ProcessEngineException(
        "The expression '%s' %s: %s".formatted(text, why, thrown.getMessage()), thrown);
  }

  /** The object injected for the expression of a field. */
  private final class ScopedExpression implements Expression {
    private final String text;

    ScopedExpression(String text) {
      this.text = text;
    }

    @Override
    public Object getValue(VariableScope scope) {
      return value(text, scope);
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      try {
        SimpleContext context = context(scope);
        parsed(text, context).setValue(context, value);
      } catch (ELException e) {
        throw inWords(text, e);
      }
    }

    @Override
    public String getExpressionText() {
      return text;
    }

    @Override
    public boolean isLiteralText() {
      return parsed(text, new SimpleContext()).isLiteralText();
    }
  }
}
