package dev.outwork.rest.externaltask;

import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import java.util.Set;

/**
 * The vocabulary of the list of external tasks: complete (docs/rest-api.md, "External task lists").
 */
final class ExternalTaskLists {
  static final ListQueryReader<ExternalTaskFilter, ExternalTaskSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(ExternalTaskFilter.class, ExternalTaskSort.class, Set.of()));

  private ExternalTaskLists() {}
}
