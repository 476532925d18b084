package dev.outwork.rest.batch;

import dev.outwork.api.batch.BatchService;
import dev.outwork.api.batch.HistoricBatchFilter;
import dev.outwork.api.batch.HistoricBatchSort;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Running and ended batches (docs/rest-api.md, "Historic batches"). */
@QueriedBy(filters = HistoricBatchFilter.class, sorting = HistoricBatchSort.class)
@Path("history/batch")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoricBatchesResource {
  @Inject private BatchService batches;

  @GET
  public List<HistoricBatchDto> list(@Context UriInfo uri) {
    return batches.historicBatches(BatchLists.readHistoric(uri.getQueryParameters())).stream()
        .map(HistoricBatchDto::of)
        .toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(
        batches.countHistoricBatches(BatchLists.readHistoric(uri.getQueryParameters())));
  }

  @GET
  @Path("{id}")
  public HistoricBatchDto get(@PathParam("id") String id) {
    return batches
        .historicBatch(id)
        .map(HistoricBatchDto::of)
        .orElseThrow(() -> Failures.missing("Historic batch with id '%s' does not exist", id));
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id) {
    Failures.missingIs404(() -> batches.deleteHistoricBatch(id));
  }
}
