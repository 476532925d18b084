package dev.outwork.rest.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.outwork.api.Filter;
import dev.outwork.api.ListQuery.Sort;
import dev.outwork.api.NotValidException;
import dev.outwork.api.SortKey;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.JsonFault;
import dev.outwork.rest.format.RestException;
import java.util.ArrayList;
import java.util.List;

/** Reads the order of a list; refuses a key without a direction and a direction without a key. */
final class SortingReader<F extends Enum<F> & Filter, S extends Enum<S> & SortKey> {
  private static final TypeReference<List<SortDto>> SORTING = new TypeReference<>() {};
  private static final String ASCENDING = "asc";
  private static final String DESCENDING = "desc";

  record SortDto(String sortBy, String sortOrder) {}

  private final ListVocabulary<F, S> vocabulary;

  SortingReader(ListVocabulary<F, S> vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Reads one key from query parameters or from the top level of a JSON body. */
  List<Sort<S>> read(String sortBy, String sortOrder) {
    if (sortBy == null && sortOrder == null) {
      return List.of();
    }
    if (sortBy == null || sortOrder == null) {
      throw RestException.invalidRequest(
          "Only a single sorting parameter specified. sortBy and sortOrder required");
    }
    S key =
        vocabulary
            .sortKey(sortBy)
            .orElseThrow(() -> refused("sortBy", sortBy, "this list has no such sort key"));
    if (!isDirection(sortOrder)) {
      throw refused("sortOrder", sortOrder, "it must be 'asc' or 'desc'");
    }
    return List.of(sort(key, sortOrder));
  }

  List<Sort<S>> read(JsonNode body) {
    List<Sort<S>> sorting =
        new ArrayList<>(
            read(body.path("sortBy").asText(null), body.path("sortOrder").asText(null)));
    for (SortDto sent : entries(body.path("sorting"))) {
      if (sent == null || sent.sortBy() == null || !isDirection(sent.sortOrder())) {
        throw new NotValidException(
            "Cannot sort by %s: a sort key and a direction, 'asc' or 'desc', are required"
                .formatted(
                    sent == null ? null : "'%s' '%s'".formatted(sent.sortBy(), sent.sortOrder())));
      }
      S key =
          vocabulary
              .sortKey(sent.sortBy())
              .orElseThrow(
                  () ->
                      new NotValidException(
                          "Cannot sort by '%s': this list has no such sort key"
                              .formatted(sent.sortBy())));
      sorting.add(sort(key, sent.sortOrder()));
    }
    return sorting;
  }

  private static List<SortDto> entries(JsonNode sorting) {
    if (sorting.isMissingNode() || sorting.isNull()) {
      return List.of();
    }
    try {
      return Json.MAPPER.treeToValue(sorting, SORTING);
    } catch (JsonProcessingException e) {
      throw RestException.invalidRequest("Cannot read 'sorting': " + JsonFault.reason(e));
    }
  }

  private static boolean isDirection(String sortOrder) {
    return ASCENDING.equals(sortOrder) || DESCENDING.equals(sortOrder);
  }

  private Sort<S> sort(S key, String sortOrder) {
    return new Sort<>(key, sortOrder.equals(ASCENDING));
  }

  private static RestException refused(String parameter, String value, String why) {
    return RestException.invalidRequest(
        "Cannot set query parameter '%s' to value '%s': %s".formatted(parameter, value, why));
  }
}
