package dev.outwork.rest.history;

import dev.outwork.api.history.HistoricActivityStatistics;
import dev.outwork.api.history.HistoricActivityStatisticsRequest;
import dev.outwork.api.history.HistoryService;
import dev.outwork.rest.format.RestException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What instances of a definition have done. */
@Path("history/process-definition")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoricDefinitionsResource {
  @Inject private HistoryService history;

  /** The counts of one activity. */
  public record HistoricActivityStatisticsDto(
      String id,
      long instances,
      long canceled,
      long finished,
      long completeScope,
      long openIncidents,
      long resolvedIncidents,
      long deletedIncidents) {

    static HistoricActivityStatisticsDto of(HistoricActivityStatistics counts) {
      return new HistoricActivityStatisticsDto(
          counts.id(),
          counts.instances(),
          counts.canceled(),
          counts.finished(),
          counts.completeScope(),
          counts.openIncidents(),
          counts.resolvedIncidents(),
          counts.deletedIncidents());
    }
  }

  @GET
  @Path("{id}/statistics")
  public List<HistoricActivityStatisticsDto> statistics(
      @PathParam("id") String id,
      @QueryParam("canceled") boolean canceled,
      @QueryParam("finished") boolean finished,
      @QueryParam("completeScope") boolean completeScope,
      @QueryParam("incidents") boolean incidents,
      @QueryParam("startedAfter") Instant startedAfter,
      @QueryParam("startedBefore") Instant startedBefore,
      @QueryParam("finishedAfter") Instant finishedAfter,
      @QueryParam("finishedBefore") Instant finishedBefore,
      @QueryParam("processInstanceIdIn") String processInstanceIds,
      @QueryParam("sortBy") String sortBy,
      @QueryParam("sortOrder") String sortOrder) {
    boolean isDescending = isDescending(sortBy, sortOrder);
    HistoricActivityStatisticsRequest request =
        new HistoricActivityStatisticsRequest(
            canceled,
            finished,
            completeScope,
            incidents,
            startedAfter,
            startedBefore,
            finishedAfter,
            finishedBefore,
            processInstanceIds == null ? null : List.of(processInstanceIds.split(",")));
    List<HistoricActivityStatisticsDto> counts =
        history.activityStatistics(id, request).stream()
            .map(HistoricActivityStatisticsDto::of)
            .collect(Collectors.toCollection(ArrayList::new));
    if (isDescending) {
      Collections.reverse(counts);
    }
    return counts;
  }

  private static boolean isDescending(String sortBy, String sortOrder) {
    if ((sortBy == null) != (sortOrder == null)) {
      throw RestException.invalidRequest(
          "Only a single sorting parameter specified. sortBy and sortOrder required");
    }
    if (sortBy != null && !sortBy.equals("activityId")) {
      throw notSettable("sortBy", sortBy);
    }
    if (sortOrder != null && !List.of("asc", "desc").contains(sortOrder)) {
      throw notSettable("sortOrder", sortOrder);
    }
    return "desc".equals(sortOrder);
  }

  private static RestException notSettable(String parameter, String value) {
    return RestException.invalidRequest(
        "Cannot set query parameter '%s' to value '%s'".formatted(parameter, value));
  }
}
