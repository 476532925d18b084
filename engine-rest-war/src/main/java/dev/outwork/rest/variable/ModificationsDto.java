package dev.outwork.rest.variable;

import dev.outwork.rest.format.RestException;
import java.util.List;
import java.util.Map;

/** Variables to set and names to remove, in one transaction. */
public record ModificationsDto(
    Map<String, VariableValueDto> modifications, List<String> deletions) {

  List<String> namesToRemove() {
    List<String> names = deletions == null ? List.of() : deletions;
    if (names.stream().anyMatch(name -> name == null)) {
      throw RestException.invalidRequest("Property 'deletions' contains null");
    }
    return names;
  }
}
