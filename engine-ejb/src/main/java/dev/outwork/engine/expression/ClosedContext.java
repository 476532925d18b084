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
 * What an expression can reach: names, the entries of maps, lists and arrays, and the {@link
 * Vocabulary}. No bean, no other method or function, no class or static field; nothing can be
 * written.
 */
final class ClosedContext extends ELContext {
  private static final ExpressionFactory FACTORY = ExpressionFactory.newInstance();
  private static final ELResolver RESOLVER = resolver();
  private static final FunctionMapper NO_FUNCTIONS = new NoFunctions();
  private static final ImportHandler NO_IMPORTS = new NoImports();

  ClosedContext(Names names) {
    putContext(Names.class, names);
    putContext(ExpressionFactory.class, FACTORY);
    putContext(Work.class, new Work());
  }

  /** Parses the text once; the result can be evaluated by many threads. */
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

  /** The value has nothing inside that an expression may read. */
  static final class Unreadable extends ELException {
    private static final long serialVersionUID = 1L;

    Unreadable(Object base, Object property) {
      super(
          base instanceof Names
              ? "'%s' is no property of '%s'".formatted(property, base)
              : "'%s' is asked of %s"
                  .formatted(
                      property,
                      base instanceof Opaque opaque
                          ? opaque.description() + ", which cannot be looked into"
                          : "a value that is neither a map nor a list"));
    }
  }

  /** Answers the calls that {@link Chains} has written. */
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
      // Of nothing else can anything be called, whoever asks for it.
      context.setPropertyResolved(base, method);
      Work work = (Work) context.getContext(Work.class);
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

  /** Asked last: says so in our words instead of the container's. */
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
