package dev.outwork.comparison;

import java.util.List;
import java.util.Map;

/** An engine whose forms a test shows and submits. */
interface Filled {
  void deploy(String document);

  /** The fields of a start form in words, or that it cannot be shown. */
  List<String> startForm(String key);

  /** The fields of the form of an instance's only task, in the same format. */
  List<String> taskForm(String processInstanceId);

  /** Starts an instance without its form. */
  String start(String key, Map<String, ?> variables);

  /** The variables of an instance, with their types, that a start form has begun. */
  Map<String, String> submitStart(String key, Map<String, ?> variables);

  /**
   * The variables of an instance after submitting the form of its only task, in the same format.
   */
  Map<String, String> submitTask(String processInstanceId, Map<String, ?> variables);
}
