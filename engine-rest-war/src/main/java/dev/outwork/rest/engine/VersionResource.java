package dev.outwork.rest.engine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The version of the API, not of this product: clients derive features from it. */
@Path("version")
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {
  private static final String SPOKEN = "7.24.0";

  /** A version. */
  public record VersionDto(String version) {}

  @GET
  public VersionDto version() {
    return new VersionDto(SPOKEN);
  }
}
