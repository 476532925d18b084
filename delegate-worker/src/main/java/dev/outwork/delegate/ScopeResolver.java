package dev.outwork.delegate;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Resolves the names of an expression: the scope itself, then its variables, then beans. */
final class ScopeResolver extends ELResolver {
  private final VariableScope scope;
  private final Beans beans;

  ScopeResolver(VariableScope scope, Beans beans) {
    this.scope = scope;
    this.beans = beans;
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base != null) {
      return null;
    }
    String name = String.valueOf(property);
    Object found = ofScope(name);
    if (found != null) {
      context.setPropertyResolved(true);
      return found;
    }
    if (scope.hasVariable(name)) {
      context.setPropertyResolved(true);
      return scope.getVariable(name);
    }
    Object bean = beans.named(name);
    context.setPropertyResolved(bean != null);
    return bean;
  }

  private Object ofScope(String name) {
    if (scope instanceof DelegateTask task) {
      return name.equals("task") ? task : name.equals("execution") ? task.getExecution() : null;
    }
    return name.equals("execution") && scope instanceof DelegateExecution ? scope : null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (base == null && scope.hasVariable(String.valueOf(property))) {
      context.setPropertyResolved(true);
      scope.setVariable(String.valueOf(property), value);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    context.setPropertyResolved(base == null);
    return Object.class;
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    context.setPropertyResolved(base == null);
    return false;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
    return Collections.emptyIterator();
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }
}
