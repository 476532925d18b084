package dev.outwork.rest.event;

import dev.outwork.api.ListQuery;
import dev.outwork.api.event.EventService;
import dev.outwork.api.event.EventSubscriptionFilter;
import dev.outwork.api.event.EventSubscriptionSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.variable.VariableReader;
import dev.outwork.rest.variable.VariableValueDto;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Event subscriptions of one execution, and delivery to it. */
@Path("execution")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ExecutionEventsResource {
  @Inject private EventService events;

  /** The variables of the event. */
  public record TriggerDto(Map<String, VariableValueDto> variables) {}

  @POST
  @Path("{id}/signal")
  public void signal(@PathParam("id") String id, TriggerDto sent) {
    String prefix = "Cannot signal execution %s: ".formatted(id);
    Map<String, TypedValue> variables = VariableReader.readAll(sent.variables(), prefix);
    Failures.failedIs500(prefix, () -> events.signal(id, variables));
  }

  @GET
  @Path("{id}/messageSubscriptions/{name}")
  public EventSubscriptionDto messageSubscription(
      @PathParam("id") String id, @PathParam("name") String name) {
    ListQuery<EventSubscriptionFilter, EventSubscriptionSort> query = ListQuery.all();
    return events
        .eventSubscriptions(
            query
                .with(EventSubscriptionFilter.EXECUTION_ID, id)
                .with(EventSubscriptionFilter.EVENT_TYPE, "message")
                .with(EventSubscriptionFilter.EVENT_NAME, name))
        .stream()
        .findFirst()
        .map(EventSubscriptionDto::of)
        .orElseThrow(
            () ->
                Failures.missing(
                    "Message event subscription for execution %s named %s does not exist",
                    id, name));
  }

  @POST
  @Path("{id}/messageSubscriptions/{name}/trigger")
  public void trigger(@PathParam("id") String id, @PathParam("name") String name, TriggerDto sent) {
    String prefix = "Cannot trigger message %s for execution %s: ".formatted(name, id);
    Map<String, TypedValue> variables = VariableReader.readAll(sent.variables(), prefix);
    Failures.failedIs500(prefix, () -> events.messageEventReceived(name, id, variables));
  }
}
