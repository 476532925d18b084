package dev.outwork.mover.moving;

import dev.outwork.testkit.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each element, and what combines them, is moved after each of its first steps. */
class ElementsTest {
  private static final int SEEDS = Integer.getInteger("outwork.move.seeds", 1);
  private static final int STEPS = 4;

  private static BothEngines engines;

  @BeforeAll
  static void start() {
    engines = BothEngines.on(TestDatabase.H2);
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  @TestFactory
  Stream<DynamicTest> it_goes_on_as_the_copy_that_stays() {
    return ElementModels.all().entrySet().stream()
        .filter(model -> model.getKey().matches(System.getProperty("outwork.move.models", ".*")))
        .flatMap(
            model -> {
              deploy(model.getKey(), model.getValue());
              return Stream.iterate(0, before -> before + 1)
                  .limit(STEPS)
                  .flatMap(
                      before ->
                          Stream.iterate(1L, seed -> seed + 1)
                              .limit(SEEDS)
                              .map(seed -> test(model.getKey(), before, seed)));
            });
  }

  private static DynamicTest test(String key, int before, long seed) {
    return DynamicTest.dynamicTest(
        "%s after %d steps, seed %d".formatted(key, before, seed),
        () -> new Differential(engines, new ElementWorker(seed)).play(key, variables(), before));
  }

  private static Map<String, Object> variables() {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("go", 1);
    variables.put("name", "Ann");
    return variables;
  }

  private static void deploy(String key, String document) {
    engines
        .camunda()
        .getRepositoryService()
        .createDeployment()
        .addString(key + ".bpmn", document)
        .deploy();
  }
}
