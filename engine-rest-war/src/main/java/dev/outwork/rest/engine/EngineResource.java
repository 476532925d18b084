package dev.outwork.rest.engine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The engines of this server: always one. */
@Path("engine")
@Produces(MediaType.APPLICATION_JSON)
public class EngineResource {
  static final String NAME = "default";

  /** One engine. */
  public record EngineDto(String name) {}

  @GET
  public List<EngineDto> engines() {
    return List.of(new EngineDto(NAME));
  }
}
