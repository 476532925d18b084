package dev.outwork.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything below the context root is the wire's; the pages are served by a resource, too. */
@ApplicationPath("/")
public class RestApplication extends Application {
  /** Words that Jersey understands, and that mean nothing to other servers. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // Its own JSON provider has the same rank as ours: which of them wins would be chance,
        // and differ from one start to the next.
        "jersey.config.jsonFeature",
        "dev.outwork.rest.wire.JsonProvider",
        // It would describe the whole API at application.wadl and in the answers to OPTIONS.
        "jersey.config.server.wadl.disableWadl",
        true,
        // No resource has constraints, which it would look for in each request.
        "jersey.config.beanValidation.disable.server",
        true);
  }
}
