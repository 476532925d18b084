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
 * Gives tests an engine: as a parameter of type {@link TestEngine}, and to {@link
 * OutworkAssertions}. Deploys what {@link Deployment} names.
 *
 * <p>Starting an engine takes longer than a test, so test classes that ask for the same database
 * and the same beans share one, and whatever a test has brought about in the engine is deleted
 * after it. Such tests must not run at the same time.
 */
public final class OutworkExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(OutworkExtension.class);

  private final EngineKey key;
  private TestEngine engine;

  /** What makes an engine another one. */
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
   * The same with more CDI beans: workers, what they inject, and what stands in for what a server
   * would give them.
   *
   * @param beans no others are found by themselves
   */
  public OutworkExtension with(Class<?>... beans) {
    List<Class<?>> all = Stream.concat(key.beans().stream(), Stream.of(beans)).toList();
    return new OutworkExtension(new EngineKey(key.database(), all));
  }

  /**
   * The engine of the test that runs.
   *
   * @throws IllegalStateException if none does
   */
  public TestEngine engine() {
    if (engine == null) {
      throw new IllegalStateException("There is an engine only while a test runs");
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

  // JUnit closes what is in the store of the root when all tests have run.
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
