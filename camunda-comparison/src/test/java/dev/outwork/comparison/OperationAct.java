package dev.outwork.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** An operation on both engines, by a user, and what nobody in particular has done before. */
record OperationAct(
    String name,
    boolean onlyWords,
    Function<LoggedOnCamunda, String> beforeOnCamunda,
    Consumer<LoggedOnCamunda> onCamunda,
    Function<LoggedOnOutwork, String> beforeOnOutwork,
    Consumer<LoggedOnOutwork> onOutwork) {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  static OperationAct act(
      String name, Consumer<LoggedOnCamunda> onCamunda, Consumer<LoggedOnOutwork> onOutwork) {
    return new OperationAct(name, false, on -> null, onCamunda, on -> null, onOutwork);
  }

  /** The same after something that may be the subject of the operation. */
  OperationAct after(
      Function<LoggedOnCamunda, String> onCamundaFirst,
      Function<LoggedOnOutwork, String> onOutworkFirst) {
    return new OperationAct(name, onlyWords, onCamundaFirst, onCamunda, onOutworkFirst, onOutwork);
  }

  /** The same, of which Outwork tells more ids. */
  OperationAct withMoreIds() {
    return new OperationAct(name, true, beforeOnCamunda, onCamunda, beforeOnOutwork, onOutwork);
  }

  void assertSameLog() {
    String key = "logged" + NUMBER.incrementAndGet();
    assertThat(play(new LoggedOnOutwork(key), beforeOnOutwork, onOutwork))
        .as("the log of Outwork, compared with that of Camunda 7")
        .isEqualTo(play(new LoggedOnCamunda(key), beforeOnCamunda, onCamunda));
  }

  private <S extends LoggedScene> List<String> play(
      S scene, Function<S, String> before, Consumer<S> act) {
    try {
      scene.subject = before.apply(scene);
      scene.name(scene.subject, "SUBJECT");
      scene.asUser(() -> act.accept(scene));
      if (onlyWords) {
        scene.compareOnlyWords();
      }
      return scene.log();
    } finally {
      scene.cleanUp();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
