package dev.outwork.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST API occupies every path below the context root; a resource serves the pages too. */
@ApplicationPath("/")
public class RestApplication extends Application {
  /** Properties of Jersey; other servers ignore them. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // Jersey's own JSON provider has the same priority as ours: which of them wins would change
        // from one start to the next.
        "jersey.config.jsonFeature",
        "dev.outwork.rest.format.JsonProvider",
        // Jersey would describe the whole API at application.wadl and in the answers to OPTIONS.
        "jersey.config.server.wadl.disableWadl",
        true,
        // No resource has constraints, but Jersey would look for them in each request.
        "jersey.config.beanValidation.disable.server",
        true);
  }
}
