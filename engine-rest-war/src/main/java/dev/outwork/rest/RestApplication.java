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
        // What is discovered makes a span for each request on Payara although nobody traces, and
        // it has a JSON provider of the priority of ours: which of them wins would change from one
        // start to the next.
        "jersey.config.server.disableAutoDiscovery",
        !isTraced(),
        "jersey.config.jsonFeature",
        "dev.outwork.rest.format.JsonProvider",
        // The one that is needed.
        "jersey.config.server.provider.classnames",
        "org.glassfish.jersey.media.multipart.MultiPartFeature",
        // Jersey would describe the whole API at application.wadl and in the answers to OPTIONS.
        "jersey.config.server.wadl.disableWadl",
        true,
        // No resource has constraints, but Jersey would look for them in each request.
        "jersey.config.beanValidation.disable.server",
        true);
  }

  /** Whether this server traces its requests, by the switch of OpenTelemetry's own SDK. */
  private static boolean isTraced() {
    String disabled = System.getProperty("otel.sdk.disabled", System.getenv("OTEL_SDK_DISABLED"));
    return "false".equalsIgnoreCase(disabled);
  }
}
