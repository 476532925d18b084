package dev.outwork.rest.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.rest.format.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** The OpenAPI document of this API (docs/rest-api.md, "Paths"). */
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {
  private static final String FILE = "openapi.json";

  @GET
  public ObjectNode document() throws IOException {
    try (InputStream file = OpenApiResource.class.getResourceAsStream(FILE)) {
      return Json.MAPPER.readValue(file, ObjectNode.class);
    }
  }
}
