package dev.outwork.rest.history;

import dev.outwork.api.history.HistoryService;
import dev.outwork.api.history.LeaseEvent;
import dev.outwork.rest.format.RestException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** What happened to the locks of external tasks: not part of their log, which old clients read. */
@Path("history/external-task-lease-log")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LeaseEventsResource {
  @Inject private HistoryService history;

  /** Something that happened to a lock. */
  public record LeaseEventDto(
      String id,
      Instant timestamp,
      LeaseEvent.Kind event,
      String externalTaskId,
      String topicName,
      String workerId,
      Instant lockExpirationTime,
      String processInstanceId) {
    static LeaseEventDto of(LeaseEvent event) {
      return new LeaseEventDto(
          event.id(),
          event.timestamp(),
          event.kind(),
          event.externalTaskId(),
          event.topicName(),
          event.workerId(),
          event.lockedUntil(),
          event.processInstanceId());
    }
  }

  /** Those of one task, the oldest first. */
  @GET
  public List<LeaseEventDto> list(@QueryParam("externalTaskId") String externalTaskId) {
    if (externalTaskId == null) {
      throw RestException.invalidRequest(
          "Cannot list lease events: query parameter 'externalTaskId' is missing");
    }
    return history.leaseEvents(externalTaskId).stream().map(LeaseEventDto::of).toList();
  }
}
