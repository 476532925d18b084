package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.outwork.comparison.ConditionalModels.Model;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When conditional events happen, and how often. */
class ConditionalEventsComparisonTest {
  private static final Map<String, Integer> NOTHING = Map.of();
  private static final Map<String, Integer> X = Map.of("x", 1);
  private static final Map<String, Integer> TWO = Map.of("x", 1, "y", 1);

  /** The actions of a test, by variable. */
  private record Deeds(
      Map<String, Integer> atStart, Map<String, Integer> set, Map<String, Integer> result) {}

  private static final List<Deeds> DEEDS =
      List.of(
          new Deeds(X, NOTHING, null),
          new Deeds(TWO, NOTHING, null),
          new Deeds(NOTHING, X, null),
          new Deeds(NOTHING, NOTHING, X),
          new Deeds(NOTHING, NOTHING, TWO),
          new Deeds(NOTHING, NOTHING, NOTHING),
          new Deeds(Map.of("x", 2), NOTHING, X),
          new Deeds(X, NOTHING, TWO),
          new Deeds(NOTHING, X, Map.of("x", 2)));

  static Stream<Arguments> table() {
    return ConditionalModels.ALL.stream()
        .flatMap(
            model ->
                DEEDS.stream()
                    .flatMap(
                        deeds ->
                            Stream.of(true, false)
                                .map(interrupts -> arguments(model, interrupts, deeds))));
  }

  @ParameterizedTest(name = "{0}, interrupts: {1}, {2}")
  @MethodSource("table")
  void conditional_events_happen_as_often_as_in_Camunda(
      Model model, boolean interrupts, Deeds deeds) {
    String key = "conditional-" + UUID.randomUUID();
    String document = Comparison.document(model.elements(key, interrupts));

    Course expected = play(BOTH.camunda(), document, key, model, deeds);
    Course actual = play(BOTH.outwork(), document, key, model, deeds);

    assertThat(actual).isEqualTo(expected);
  }

  private static Course play(Played engine, String document, String key, Model model, Deeds deeds) {
    engine.deploy(document);
    String id = engine.start(key, deeds.atStart());
    deeds.set().forEach((name, value) -> engine.setVariable(id, name, value));
    if (deeds.result() != null && isAtWork(engine.course(id), key)) {
      report(engine, key + "-work", model, deeds.result());
    }
    return withoutTheScope(engine.course(id));
  }

  private static boolean isAtWork(Course course, String key) {
    return course.activities().contains(key + "-work (open)");
  }

  private static void report(Played engine, String work, Model model, Map<String, Integer> result) {
    switch (model.kind()) {
      case EXTERNAL_TASK -> engine.complete(work + "0", result);
      case USER_TASK -> engine.completeTask(work, result);
      case RECEIVE_TASK -> engine.correlate(work, result);
      case NOTHING -> throw new AssertionError("Nothing waits in '%s'".formatted(model));
    }
  }

  // Camunda 7 cancels a scope whose event sub-process has started before anything else, and which
  // continues.
  private static Course withoutTheScope(Course course) {
    return new Course(
        course.state(),
        course.activities().stream().filter(activity -> !activity.startsWith("inner")).toList(),
        course.variables());
  }
}
