package dev.outwork.rest.identity;

import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A list of what the engine knows of its caller, by names: the user store is elsewhere, and nobody
 * else's is told.
 *
 * @param names all that there is
 * @param filters whether a name passes a filter with this value, by the name of the filter; any
 *     other filter finds nothing
 */
record CallerList(Collection<String> names, Map<String, BiPredicate<String, String>> filters) {
  private static final Set<String> NO_FILTERS =
      Set.of("sortBy", "sortOrder", "firstResult", "maxResults");

  /** Filters that all of these lists have. */
  static final BiPredicate<String, String> IS = String::equals;

  static final BiPredicate<String, String> IS_ONE_OF =
      (name, values) -> List.of(values.split(",")).contains(name);

  List<String> list(UriInfo uri) {
    MultivaluedMap<String, String> asked = uri.getQueryParameters();
    return names.stream().sorted().filter(name -> passes(name, asked)).toList();
  }

  CountDto count(UriInfo uri) {
    return new CountDto(list(uri).size());
  }

  /** The one with this name, or 404. */
  String one(String kind, String name) {
    if (!names.contains(name)) {
      throw Failures.missing("%s with id %s does not exist", kind, name);
    }
    return name;
  }

  private boolean passes(String name, MultivaluedMap<String, String> asked) {
    return asked.keySet().stream()
        .filter(parameter -> !NO_FILTERS.contains(parameter))
        .allMatch(
            parameter ->
                filters
                    .getOrDefault(parameter, (any, value) -> false)
                    .test(name, asked.getFirst(parameter)));
  }
}
