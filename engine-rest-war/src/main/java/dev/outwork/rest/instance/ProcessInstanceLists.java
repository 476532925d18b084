package dev.outwork.rest.instance;

import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import java.util.Set;

/**
 * The vocabulary of the list of running process instances (docs/rest-api.md, "Process instances").
 */
public final class ProcessInstanceLists {
  public static final ListQueryReader<ProcessInstanceFilter, ProcessInstanceSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(ProcessInstanceFilter.class, ProcessInstanceSort.class, Set.of())
              .withOrQueries());

  private ProcessInstanceLists() {}
}
