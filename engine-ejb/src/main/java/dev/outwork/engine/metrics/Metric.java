package dev.outwork.engine.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The metrics, by their names in the REST API (docs/rest-api.md, "Metrics"). */
enum Metric {
  /** Flow nodes that were entered. */
  FLOW_NODE_INSTANCES("flow-node-instances", "activity-instance-start"),
  /** Flow nodes that were left. */
  ACTIVITY_INSTANCE_END("activity-instance-end"),
  /** Process instances that were started, but not by a call activity. */
  PROCESS_INSTANCES("process-instances", "root-process-instance-start");

  private final List<String> names;

  Metric(String... names) {
    this.names = List.of(names);
  }

  static Optional<Metric> named(String name) {
    return Arrays.stream(values()).filter(metric -> metric.names.contains(name)).findFirst();
  }

  /** The default name. */
  String firstName() {
    return names.get(0);
  }
}
