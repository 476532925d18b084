package dev.outwork.rest.definition;

import dev.outwork.api.deployment.ProcessDefinitionFilter;
import dev.outwork.api.deployment.ProcessDefinitionSort;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import java.util.Set;

/** The vocabulary of the list of process definitions (docs/rest-api.md, "Process definitions"). */
final class ProcessDefinitionLists {
  static final ListQueryReader<ProcessDefinitionFilter, ProcessDefinitionSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(ProcessDefinitionFilter.class, ProcessDefinitionSort.class, Set.of())
              .alias("ver", ProcessDefinitionFilter.VERSION)
              .alias("latest", ProcessDefinitionFilter.LATEST_VERSION));

  private ProcessDefinitionLists() {}
}
