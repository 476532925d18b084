package dev.outwork.rest.event;

import dev.outwork.api.event.EventService;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageCorrelationResult;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.openapi.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Messages from outside. */
@Path("message")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MessagesResource {
  @Inject private EventService events;

  /** Status 204, or 200 with the receivers if the client requested them. */
  @POST
  @Answers(
      value = {MessageResultDto.class, MessageResultDto.WithVariables.class},
      as = Answers.Shape.LIST)
  public Response correlate(MessageDto sent) {
    MessageCorrelation message = read(sent);
    List<MessageCorrelationResult> told =
        Failures.mismatchIsRestException(() -> events.correlate(message));
    if (!sent.resultEnabled()) {
      return Response.noContent().build();
    }
    return Response.ok(
            sent.variablesInResultEnabled()
                ? told.stream().map(MessageResultDto.WithVariables::of).toList()
                : told.stream().map(MessageResultDto::of).toList())
        .build();
  }

  private static MessageCorrelation read(MessageDto sent) {
    try {
      return sent.toMessage();
    } catch (RestException e) {
      throw e.after("Cannot deliver message: ");
    }
  }
}
