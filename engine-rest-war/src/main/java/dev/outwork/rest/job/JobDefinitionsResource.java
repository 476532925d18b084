package dev.outwork.rest.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.rest.format.CountDto;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Job definitions, which the engine does not have: always empty (docs/rest-api.md, "Jobs"). */
@Path("job-definition")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JobDefinitionsResource {
  @GET
  public List<Object> list() {
    return List.of();
  }

  @POST
  public List<Object> list(ObjectNode query) {
    return List.of();
  }

  @GET
  @Path("count")
  public CountDto count() {
    return new CountDto(0);
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(0);
  }
}
