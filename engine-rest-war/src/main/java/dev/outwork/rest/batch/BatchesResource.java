package dev.outwork.rest.batch;

import dev.outwork.api.batch.BatchFilter;
import dev.outwork.api.batch.BatchService;
import dev.outwork.api.batch.BatchSort;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Running batches (docs/rest-api.md, "Batches"). */
@QueriedBy(filters = BatchFilter.class, sorting = BatchSort.class)
@Path("batch")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BatchesResource {
  @Inject private BatchService batches;

  @GET
  public List<BatchDto> list(@Context UriInfo uri) {
    return batches.batches(BatchLists.read(uri.getQueryParameters())).stream()
        .map(BatchDto::of)
        .toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(batches.countBatches(BatchLists.read(uri.getQueryParameters())));
  }

  @Path("{id}")
  public BatchResource batch(@PathParam("id") String id) {
    return new BatchResource(id, batches);
  }
}
