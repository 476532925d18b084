package dev.outwork.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outwork.api.AuthorizationException;
import dev.outwork.engine.database.Settings;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Tests with an engine that has grants on the processes {@code payment} and {@code shipment} and on
 * the decisions {@code discount} and {@code route}: who may operate on the former may not even see
 * the latter, and the other way round.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
public abstract class GrantedEngineTest {
  private static final List<String> GRANTS =
      List.of(
          "group cashiers: read, operate on process payment",
          "user starter: operate on process payment",
          "user reader: read on process payment",
          "user reader: read on decision discount",
          "user auditor: read on process payment, without variables",
          "user clerk: read, operate on decision discount",
          "user evaluator: operate on decision discount",
          "user ann: fetch, report on topic charge",
          "user bea: fetch, report on topic charge",
          "user chief: fetch, report, operate on topic charge",
          "user stranger: read, operate on process shipment",
          "user stranger: read, operate on decision route",
          "user stranger: read on decision graph",
          "user supervisor: read on process *",
          "user operator: read, operate on process *",
          "user root: everything");

  @TempDir static Path folder;
  protected static TestEngine engine;

  @Parameter protected TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) throws IOException {
    Path file = folder.resolve("grants-" + database);
    Files.write(file, GRANTS);
    System.setProperty(Settings.GRANTS_FILE, file.toString());
    engine = TestEngine.on(database);
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
    System.clearProperty(Settings.GRANTS_FILE);
  }

  @AfterEach
  protected final void endWhatStillRuns() {
    as("root", engine::endWhatStillRuns);
  }

  /** Deploys processes with all rights. */
  protected static void deploy(BpmnModelInstance... models) {
    as("root", () -> List.of(models).forEach(engine::deploy));
  }

  protected static void as(String user, Runnable work) {
    as(
        user,
        () -> {
          work.run();
          return null;
        });
  }

  /** The cashier is one by its group. */
  protected static <T> T as(String user, Supplier<T> work) {
    return Callers.as(user, user.equals("cashier") ? Set.of("cashiers") : Set.of(), work);
  }

  /** What the stranger asks of something is answered as if it did not exist. */
  protected static void assertLikeMissing(String id, Consumer<String> verb) {
    assertLikeMissing("stranger", id, verb);
  }

  /** What this user asks of something is answered as if it did not exist. */
  protected static void assertLikeMissing(String user, String id, Consumer<String> verb) {
    Throwable refusal = as(user, () -> catchThrowable(() -> verb.accept(id)));
    Throwable missing = as(user, () -> catchThrowable(() -> verb.accept("missing")));

    assertThat(refusal)
        .isNotNull()
        .hasSameClassAs(missing)
        .hasMessage(missing.getMessage().replace("missing", id));
  }

  protected static void assertForbidden(String user, ThrowingCallable call) {
    assertThat(as(user, () -> catchThrowable(call)))
        .isExactlyInstanceOf(AuthorizationException.class);
  }
}
