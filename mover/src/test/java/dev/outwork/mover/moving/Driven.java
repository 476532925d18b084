package dev.outwork.mover.moving;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A call hierarchy in one of the engines that a worker drives to its end. */
interface Driven {
  String WORKER = "worker";
  String TOPIC = "work";
  Duration LOCK = Duration.ofHours(1);

  /** What it waits for, in an order that is the same in both engines. */
  List<Waiting> waits();

  void perform(Waiting waiting, Map<String, Object> variables);

  /** The worker of an external task ends it with a BPMN error. */
  void raise(Waiting waiting, String errorCode);

  /** The state of the root. */
  String state();

  /** The variables of the root. */
  Map<String, String> variables();

  /** What has run since, or runs. */
  List<String> activities();
}
