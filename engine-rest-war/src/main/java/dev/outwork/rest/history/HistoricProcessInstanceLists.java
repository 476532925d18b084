package dev.outwork.rest.history;

import dev.outwork.api.history.HistoricProcessInstanceFilter;
import dev.outwork.api.history.HistoricProcessInstanceSort;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import java.util.Set;

/**
 * The vocabulary of the list of running and ended process instances (docs/rest-api.md, "Historic
 * process instances").
 */
public final class HistoricProcessInstanceLists {
  public static final ListQueryReader<HistoricProcessInstanceFilter, HistoricProcessInstanceSort>
      READER =
          new ListQueryReader<>(
              new ListVocabulary<>(
                      HistoricProcessInstanceFilter.class,
                      HistoricProcessInstanceSort.class,
                      Set.of())
                  .withOrQueries());

  private HistoricProcessInstanceLists() {}
}
