package dev.outwork.rest.deployment;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentFilter;
import dev.outwork.api.deployment.DeploymentSort;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;

/** The vocabulary of the list of deployments: complete (docs/rest-api.md, "Deployments"). */
final class DeploymentLists {
  private static final ListQueryReader<DeploymentFilter, DeploymentSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(DeploymentFilter.class, DeploymentSort.class, Set.of()));

  private DeploymentLists() {}

  static ListQuery<DeploymentFilter, DeploymentSort> read(
      MultivaluedMap<String, String> parameters) {
    ListQuery<DeploymentFilter, DeploymentSort> query = READER.read(parameters);
    if (query.filters().containsKey(DeploymentFilter.SOURCE)
        && query.filters().containsKey(DeploymentFilter.WITHOUT_SOURCE)) {
      throw RestException.invalidRequest(
          "The query parameters 'source' and 'withoutSource' cannot be used together");
    }
    return query;
  }
}
