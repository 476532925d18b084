package dev.outwork.engine.token;

import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that are played on the pure model and on each database. */
@ParameterizedClass
@EnumSource
abstract class StageTest {
  /** Where to play. */
  enum Place {
    PURE(null),
    H2(TestDatabase.H2),
    POSTGRESQL(TestDatabase.POSTGRESQL);

    private final TestDatabase database;

    Place(TestDatabase database) {
      this.database = database;
    }
  }

  private static TestEngine engine;

  // Where JUnit puts the argument of the class.
  @Parameter Place place;

  protected Stage stage;

  @BeforeParameterizedClassInvocation
  static void startEngine(Place place) {
    engine = place.database == null ? null : TestEngine.on(place.database);
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    if (engine != null) {
      engine.close();
    }
  }

  @BeforeEach
  final void enter() {
    stage = engine == null ? new PureStage() : new EngineStage(engine);
  }

  @AfterEach
  final void leave() {
    stage.close();
  }

  /** Plays a process {@code p} up to its first wait states. */
  final void play(String... content) {
    stage.deploy(Sketch.process(content));
    stage.start("p");
  }
}
