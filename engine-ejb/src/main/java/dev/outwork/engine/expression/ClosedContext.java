package dev.outwork.engine.expression;

import jakarta.el.ArrayELResolver;
import jakarta.el.CompositeELResolver;
import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.ExpressionFactory;
import jakarta.el.FunctionMapper;
import jakarta.el.ImportHandler;
import jakarta.el.ListELResolver;
import jakarta.el.MapELResolver;
import jakarta.el.ValueExpression;
import jakarta.el.VariableMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The context of expressions: names, the entries of maps, lists and arrays, and the {@link
 * Vocabulary}. No beans, no other methods or functions, no classes or static fields, and no writes.
 */
final class ClosedContext extends ELContext {
  private static final ExpressionFactory FACTORY = ExpressionFactory.newInstance();
  private static final ELResolver RESOLVER = resolver();
  private static final FunctionMapper NO_FUNCTIONS = new NoFunctions();
  private static final ImportHandler NO_IMPORTS = new NoImports();

  ClosedContext(Names names) {
    putContext(Names.class, names);
    putContext(ExpressionFactory.class, FACTORY);
  }

  /** Parses the text once; the result is thread-safe. */
  static ValueExpression compile(String text) {
    return FACTORY.createValueExpression(new ClosedContext(Names.NONE), text, Object.class);
  }

  private static ELResolver resolver() {
    CompositeELResolver resolver = new CompositeELResolver();
    resolver.add(new CallResolver());
    resolver.add(new NamesResolver());
    resolver.add(new MapELResolver(true));
    resolver.add(new ListELResolver(true));
    resolver.add(new ArrayELResolver(true));
    resolver.add(new DeadEnd());
    return resolver;
  }

  @Override
  public ELResolver getELResolver() {
    return RESOLVER;
  }

  @Override
  public FunctionMapper getFunctionMapper() {
    return NO_FUNCTIONS;
  }

  @Override
  public VariableMapper getVariableMapper() {
    return null;
  }

  @Override
  public ImportHandler getImportHandler() {
    return NO_IMPORTS;
  }

  /** No variable has this name. */
  static final class UnknownName extends ELException {
    private static final long serialVersionUID = 1L;

    UnknownName(Object name) {
      super("Cannot resolve identifier '%s'".formatted(name));
    }
  }

  /** The value has no parts that an expression may read. */
  static final class Unreadable extends ELException {
    private static final long serialVersionUID = 1L;

    Unreadable(Object base, Object property) {
      super(
          base instanceof Names
              ? "'%s' has no property '%s'".formatted(base, property)
              : "'%s' is read from %s"
                  .formatted(
                      property,
                      base instanceof Opaque opaque
                          ? opaque.description() + ", which has no parts to read"
                          : "a value that is neither a map nor a list"));
    }
  }

  /** Executes the calls that {@link Chains} has rewritten. */
  private static final class CallResolver extends ReadOnlyResolver {
    private static final Object METHODS = new Object();
    private static final Object FUNCTIONS = new Object();

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      Object calls =
          base != null
              ? null
              : Chains.METHODS.equals(property)
                  ? METHODS
                  : Chains.FUNCTIONS.equals(property) ? FUNCTIONS : null;
      if (calls != null) {
        context.setPropertyResolved(base, property);
      }
      return calls;
    }

    @Override
    public Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] values) {
      // No other object can be called, whatever the expression.
      context.setPropertyResolved(base, method);
      Work work = workOf(context);
      Names names = (Names) context.getContext(Names.class);
      List<Object> given = Arrays.asList(values);
      if (base == METHODS) {
        return Vocabulary.call(
            given.get(0), (String) method, given.subList(1, given.size()), work, names);
      }
      if (base == FUNCTIONS) {
        return Vocabulary.function((String) method, given, work, names);
      }
      throw new Unreadable(base, method);
    }
  }

  /** One for all calls of an evaluation; most have none. */
  private static Work workOf(ELContext context) {
    if (context.getContext(Work.class) == null) {
      context.putContext(Work.class, new Work());
    }
    return (Work) context.getContext(Work.class);
  }

  private static final class NamesResolver extends ReadOnlyResolver {
    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base instanceof Instant date && "time".equals(property)) {
        context.setPropertyResolved(base, property);
        return date.toEpochMilli();
      }
      Object asked = base == null ? context.getContext(Names.class) : base;
      if (!(asked instanceof Names names) || !names.knows(property.toString())) {
        return null;
      }
      context.setPropertyResolved(base, property);
      return names.value(property.toString());
    }
  }

  /** The last resolver: throws our message instead of the container's. */
  private static final class DeadEnd extends ReadOnlyResolver {
    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      throw base == null ? new UnknownName(property) : new Unreadable(base, property);
    }
  }

  private abstract static class ReadOnlyResolver extends ELResolver {
    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      throw new Unreadable(base, property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }

  private static final class NoFunctions extends FunctionMapper {
    @Override
    public java.lang.reflect.Method resolveFunction(String prefix, String localName) {
      return null;
    }
  }

  private static final class NoImports extends ImportHandler {
    @Override
    public Class<?> resolveClass(String name) {
      return null;
    }

    @Override
    public Class<?> resolveStatic(String name) {
      return null;
    }
  }
}
