package dev.outwork.engine.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.deployment.Models;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds activities by name. Names are in the models and not in the rows of activities, so the
 * models are searched first, and the database is queried for these activities only.
 */
final class ActivityNames {
  private final EntityManager entityManager;
  private final Models models;
  private final ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query;

  /** Elements with a name in definitions, all of which have all of them. */
  record Named(List<String> definitionIds, List<String> activityIds) {}

  /**
   * @param query other definitions than its own are not searched
   */
  ActivityNames(
      EntityManager entityManager,
      Models models,
      ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query) {
    this.entityManager = entityManager;
    this.models = models;
    this.query = query;
  }

  List<Named> equalTo(String name) {
    return named(name::equals);
  }

  /** The caller supplies the wildcards (docs/rest-api.md, "Lists"). */
  List<Named> like(String pattern) {
    return named(likeness(pattern).asMatchPredicate());
  }

  static Pattern likeness(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char character = pattern.charAt(i);
      if (character == '\\' && i + 1 < pattern.length()) {
        i++;
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
      } else {
        regex.append(
            switch (character) {
              case '%' -> ".*";
              case '_' -> ".";
              default -> Pattern.quote(String.valueOf(character));
            });
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private List<Named> named(Predicate<String> matches) {
    Map<List<String>, List<String>> definitionsByActivities =
        definitionIds().stream()
            .collect(groupingBy(id -> activityIds(id, matches), mapping(id -> id, toList())));
    return definitionsByActivities.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .map(entry -> new Named(entry.getValue(), entry.getKey()))
        .toList();
  }

  private List<String> activityIds(String definitionId, Predicate<String> matches) {
    return models.of(definitionId).model().nodes().entrySet().stream()
        .filter(entry -> hasName(entry.getValue(), matches))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static boolean hasName(FlowNode node, Predicate<String> matches) {
    String name = node.info().name();
    return name != null && matches.test(name);
  }

  private List<String> definitionIds() {
    if (asked(HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID) instanceof String instanceId) {
      return select(
          "select i.definitionId from ProcessInstanceEntity i where i.id = :value", instanceId);
    }
    if (asked(HistoricActivityInstanceFilter.PROCESS_DEFINITION_ID) instanceof String id) {
      return select("select d.id from ProcessDefinitionEntity d where d.id = :value", id);
    }
    if (asked(HistoricActivityInstanceFilter.PROCESS_DEFINITION_KEY) instanceof String key) {
      return select("select d.id from ProcessDefinitionEntity d where d.key = :value", key);
    }
    return entityManager
        .createQuery("select d.id from ProcessDefinitionEntity d", String.class)
        .getResultList();
  }

  private Object asked(HistoricActivityInstanceFilter filter) {
    return query.filters().get(filter);
  }

  private List<String> select(String jpql, String value) {
    TypedQuery<String> select = entityManager.createQuery(jpql, String.class);
    return select.setParameter("value", value).getResultList();
  }
}
