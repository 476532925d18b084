package dev.outwork.rest.event;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.event.EventService;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.variable.VariableReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Signals from outside. */
@Path("signal")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SignalsResource {
  @Inject private EventService events;

  @POST
  public void send(SignalDto sent) {
    if (sent.name() == null) {
      throw RestException.invalidRequest("No signal name given");
    }
    TenantMatch tenant = Tenants.of(sent.tenantId(), sent.withoutTenantId());
    Map<String, TypedValue> variables =
        VariableReader.readAll(sent.variables(), "Cannot send signal: ");
    if (sent.executionId() == null) {
      events.signalEventReceived(sent.name(), tenant, variables);
      return;
    }
    if (tenant.matters()) {
      throw new BadUserRequestException(
          "Cannot specify a tenant-id when deliver a signal to a single execution.");
    }
    events.signalEventReceived(sent.name(), sent.executionId(), variables);
  }
}
