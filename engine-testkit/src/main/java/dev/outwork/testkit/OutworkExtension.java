package dev.outwork.testkit;

import dev.outwork.testkit.assertions.OutworkAssertions;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Provides tests with an engine: as a parameter of type {@link TestEngine}, and to {@link
 * OutworkAssertions}. Deploys the files of {@link Deployment}.
 *
 * <p>Starting an engine takes longer than a test, so test classes with the same database and the
 * same beans share one, and all data in the engine is deleted after each test. Such tests must not
 * run in parallel.
 */
public final class OutworkExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(OutworkExtension.class);

  private final EngineKey key;
  private TestEngine engine;

  /** Test classes with equal keys share an engine. */
  private record EngineKey(TestDatabase database, List<Class<?>> beans) {}

  /** An engine in memory without further beans, for {@code @ExtendWith}. */
  public OutworkExtension() {
    this(new EngineKey(TestDatabase.H2, List.of()));
  }

  private OutworkExtension(EngineKey key) {
    this.key = key;
  }

  /** An engine in memory. */
  public static OutworkExtension inMemory() {
    return new OutworkExtension();
  }

  /** An engine on a database. */
  public static OutworkExtension on(TestDatabase database) {
    return new OutworkExtension(new EngineKey(database, List.of()));
  }

  /**
   * This extension with more CDI beans: workers, their dependencies, and replacements for what a
   * server would provide.
   *
   * @param beans there is no bean discovery
   */
  public OutworkExtension with(Class<?>... beans) {
    List<Class<?>> all = Stream.concat(key.beans().stream(), Stream.of(beans)).toList();
    return new OutworkExtension(new EngineKey(key.database(), all));
  }

  /**
   * The engine of the running test.
   *
   * @throws IllegalStateException outside of a test
   */
  public TestEngine engine() {
    if (engine == null) {
      throw new IllegalStateException("The engine is available only while a test runs");
    }
    return engine;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    engine = engineOf(context);
    OutworkAssertions.use(engine);
    Deque<AnnotatedElement> places = new ArrayDeque<>();
    places.add(context.getRequiredTestMethod());
    for (Class<?> type = context.getRequiredTestClass();
        type != null;
        type = type.getEnclosingClass()) {
      places.addFirst(type);
    }
    places.forEach(place -> deployWhatIsNamedAt(place, context.getRequiredTestClass()));
  }

  private void deployWhatIsNamedAt(AnnotatedElement place, Class<?> testClass) {
    AnnotationSupport.findAnnotation(place, Deployment.class)
        .ifPresent(
            named -> ClassPathFiles.deploy(engine, testClass.getClassLoader(), named.resources()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    OutworkAssertions.use(null);
    engine.reset();
    engine = null;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestEngine.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return engineOf(context);
  }

  // JUnit closes the contents of the root store after all tests.
  private TestEngine engineOf(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            key,
            asked -> TestEngine.on(asked.database(), asked.beans().toArray(Class<?>[]::new)),
            TestEngine.class);
  }
}
