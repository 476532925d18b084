package dev.outwork.rest.history;

import dev.outwork.api.history.HistoricProcessInstanceFilter;
import dev.outwork.api.history.HistoricProcessInstanceSort;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import java.util.Set;

/** The vocabulary of the list of running and ended process instances (wire section 6.7). */
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
