package dev.outwork.rest.identity;

import dev.outwork.rest.format.CountDto;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** A list of what the engine does not keep. Consoles ask for it and expect an answer. */
@Produces(MediaType.APPLICATION_JSON)
// Not abstract: Payara finds it by the path of a method, and would warn at each start that it
// cannot be instantiated.
public class EmptyList {
  /** Filters and sorting are accepted: none of them finds anything. */
  @GET
  public List<Object> list() {
    return List.of();
  }

  @GET
  @Path("count")
  public CountDto count() {
    return new CountDto(0);
  }
}
