package dev.outwork.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Plays one test on both engines. All tests share the engines, because starting the reference takes
 * seconds; so each test has a process of its own, with its own key, topics and messages, and leaves
 * no job behind.
 */
final class Comparison {
  /** The engines of all tests; they end with the JVM. */
  static final Comparison BOTH = new Comparison();

  private static final String DOCUMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                   targetNamespace="http://outwork.dev/comparison">
        %s
      </definitions>
      """;

  private final PlayedOnCamunda camunda = new PlayedOnCamunda();
  private final PlayedOnOutwork outwork = new PlayedOnOutwork();

  private Comparison() {}

  PlayedOnCamunda camunda() {
    return camunda;
  }

  PlayedOnOutwork outwork() {
    return outwork;
  }

  /** A document around processes and what they refer to. */
  static String document(String elements) {
    return DOCUMENT.formatted(elements);
  }

  /**
   * Deploys what is drawn on both engines, does the same on both, and asserts that the instance has
   * taken the same course.
   *
   * @param elements processes, messages, signals, errors: what stands in {@code definitions}
   * @param actions what happens; returns the id of the instance that is looked at
   * @return the course that both have taken
   */
  Course sameCourse(String elements, Function<Played, String> actions) {
    return sameCourse(elements, Set.of(), actions);
  }

  /**
   * The same course except for some variables: objects have different texts in each engine, and
   * Camunda 7 writes objects that it has read again, elsewhere.
   */
  Course sameCourse(String elements, Set<String> besides, Function<Played, String> actions) {
    Course expected = play(camunda, elements, actions).without(besides);
    Course actual = play(outwork, elements, actions).without(besides);
    assertThat(actual).as("Outwork's course, compared with Camunda's").isEqualTo(expected);
    return actual;
  }

  private static Course play(Played engine, String elements, Function<Played, String> actions) {
    engine.deploy(document(elements));
    return engine.course(actions.apply(engine));
  }

  static <T> T theOne(List<T> things, String what) {
    if (things.size() != 1) {
      throw new AssertionError("Expected one %s, but there are %d".formatted(what, things.size()));
    }
    return things.get(0);
  }
}
