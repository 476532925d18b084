package dev.outwork.rest.numbers;

import dev.outwork.api.numbers.NumbersService;
import dev.outwork.api.numbers.WorkerNumbers;
import dev.outwork.rest.format.RestException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Workers. */
@Path("worker")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class WorkersResource {
  private static final int NOT_FOUND = 404;

  @Inject private NumbersService numbers;

  @GET
  public List<WorkerNumbers> workers() {
    return numbers.workers();
  }

  @GET
  @Path("{id}")
  public WorkerNumbers worker(@PathParam("id") String id) {
    return numbers
        .worker(id)
        .orElseThrow(
            () ->
                RestException.rest(
                    NOT_FOUND, "Worker '%s' was not seen in the last hour".formatted(id)));
  }
}
