package dev.outwork.rest.externaltask;

import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import java.util.Set;

/**
 * What external tasks can be asked for by: everything that the API has (docs/rest-api.md, "External
 * task lists").
 */
final class ExternalTaskLists {
  static final ListQueryReader<ExternalTaskFilter, ExternalTaskSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(ExternalTaskFilter.class, ExternalTaskSort.class, Set.of()));

  private ExternalTaskLists() {}
}
