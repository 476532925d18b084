package dev.outwork.rest.history;

import dev.outwork.api.history.HistoricIncidentFilter;
import dev.outwork.api.history.HistoricIncidentSort;
import dev.outwork.api.history.HistoryService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** Open and ended incidents. */
@QueriedBy(filters = HistoricIncidentFilter.class, sorting = HistoricIncidentSort.class)
@Path("history/incident")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoricIncidentsResource {
  private static final ListQueryReader<HistoricIncidentFilter, HistoricIncidentSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(HistoricIncidentFilter.class, HistoricIncidentSort.class, Set.of()));

  @Inject private HistoryService history;

  @GET
  public List<HistoricIncidentDto> list(@Context UriInfo uri) {
    return history.incidents(READER.read(uri.getQueryParameters())).stream()
        .map(HistoricIncidentDto::of)
        .toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(history.countIncidents(READER.read(uri.getQueryParameters())));
  }
}
