package dev.outwork.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The course of an instance. */
record Course(String state, List<String> activities, Map<String, String> variables) {
  static String activity(String id, boolean ended, boolean canceled) {
    return canceled ? id + " (canceled)" : ended ? id : id + " (open)";
  }

  Course without(Set<String> names) {
    Map<String, String> others = new HashMap<>(variables);
    others.keySet().removeAll(names);
    return new Course(state, activities, others);
  }
}
