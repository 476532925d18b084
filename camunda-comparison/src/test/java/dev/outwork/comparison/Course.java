package dev.outwork.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has become of an instance.
 *
 * @param state {@code ACTIVE}, {@code COMPLETED}, ...
 * @param activities each activity instance as {@code id}, {@code id (canceled)} or {@code id
 *     (open)}, in alphabetical order: the reference does not promise another one within one
 *     millisecond
 * @param variables of the instance itself, as texts, by their names
 */
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
