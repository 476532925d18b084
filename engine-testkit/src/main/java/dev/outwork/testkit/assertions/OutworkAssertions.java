package dev.outwork.testkit.assertions;

import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import org.assertj.core.api.Assertions;

/**
 * The assertions of AssertJ, and those on process instances and external tasks. They query the
 * current state from the engine; the record passed in only identifies the object.
 *
 * <p>They use the engine passed to {@link #use} in this thread, which {@link
 * dev.outwork.testkit.OutworkExtension} calls; otherwise the one that CDI finds, in a test inside a
 * server.
 */
public class OutworkAssertions extends Assertions {
  private static final EngineServices SERVER = new ServicesOfServer();
  private static final ThreadLocal<EngineServices> GIVEN = new ThreadLocal<>();

  /** All members are static. */
  protected OutworkAssertions() {}

  /**
   * Sets the engine of this thread.
   *
   * @param engine null for the one that CDI finds
   */
  public static void use(EngineServices engine) {
    GIVEN.set(engine);
  }

  /**
   * Starts an assertion on a process instance, running or ended.
   *
   * @param actual null fails every assertion
   */
  public static ProcessInstanceAssert assertThat(ProcessInstance actual) {
    return new ProcessInstanceAssert(actual, engine());
  }

  /**
   * Starts an assertion on an external task.
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
