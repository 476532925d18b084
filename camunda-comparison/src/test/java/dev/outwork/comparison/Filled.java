package dev.outwork.comparison;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An engine whose forms a test shows and submits. */
interface Filled {
  void deploy(String document);

  /** The fields of a start form in words, or that it cannot be shown. */
  List<String> startForm(String key);

  /** The fields of the form of an instance's only task, in the same format. */
  List<String> taskForm(String processInstanceId);

  /** The older properties of the form of an instance's only task: each with its value as text. */
  List<String> taskProperties(String processInstanceId);

  /** The same of a start form. */
  List<String> startProperties(String key);

  /** Starts an instance without its form. */
  String start(String key, Map<String, ?> variables);

  /** The variables of an instance, with their types, that a start form has begun. */
  Map<String, String> submitStart(String key, Map<String, ?> variables);

  /**
   * The variables of an instance after submitting the form of its only task, in the same format.
   */
  Map<String, String> submitTask(String processInstanceId, Map<String, ?> variables);

  /** The variable {@code a} with a value, which may be null. */
  static Map<String, Object> with(Object value) {
    return Collections.singletonMap("a", value);
  }

  /** An answer in words, or that the question was refused. */
  static String attempt(Supplier<Object> question) {
    try {
      return question.get().toString();
    } catch (RuntimeException refused) {
      return "refused";
    }
  }
}
