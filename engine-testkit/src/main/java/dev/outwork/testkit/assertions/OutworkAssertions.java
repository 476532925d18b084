package dev.outwork.testkit.assertions;

import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import org.assertj.core.api.Assertions;

/**
 * The assertions of AssertJ, and those on process instances and external tasks. They ask the engine
 * how things stand when they are made, whatever the record that they are given says.
 *
 * <p>Which engine: the one that was given to {@link #use} in this thread, as {@link
 * dev.outwork.testkit.OutworkExtension} does; else the one that CDI finds, in a test inside a
 * server.
 */
public class OutworkAssertions extends Assertions {
  private static final EngineServices SERVER = new ServicesOfServer();
  private static final ThreadLocal<EngineServices> GIVEN = new ThreadLocal<>();

  /** All members are static. */
  protected OutworkAssertions() {}

  /**
   * Which engine to ask from this thread.
   *
   * @param engine null for the one that CDI finds
   */
  public static void use(EngineServices engine) {
    GIVEN.set(engine);
  }

  /**
   * Begins an assertion on a process instance, running or ended.
   *
   * @param actual null fails every assertion
   */
  public static ProcessInstanceAssert assertThat(ProcessInstance actual) {
    return new ProcessInstanceAssert(actual, engine());
  }

  /**
   * Begins an assertion on an external task.
   *
   * @param actual null fails every assertion
   */
  public static ExternalTaskAssert assertThat(ExternalTask actual) {
    return new ExternalTaskAssert(actual, engine());
  }

  private static EngineServices engine() {
    EngineServices given = GIVEN.get();
    return given == null ? SERVER : given;
  }
}
