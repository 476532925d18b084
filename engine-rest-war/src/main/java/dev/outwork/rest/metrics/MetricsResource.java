package dev.outwork.rest.metrics;

import dev.outwork.api.Page;
import dev.outwork.api.metrics.MetricsQuery;
import dev.outwork.api.metrics.MetricsService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Metrics. */
@Path("metrics")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MetricsResource {
  private static final String START_DATE = "startDate";
  private static final String END_DATE = "endDate";

  @Inject private MetricsService metrics;

  /** By intervals; nodes are not distinguished, so there are no metrics of a single reporter. */
  @GET
  public List<MetricsIntervalDto> intervals(
      @QueryParam("name") String name,
      @QueryParam("reporter") String reporter,
      @QueryParam(START_DATE) Instant startDate,
      @QueryParam(END_DATE) Instant endDate,
      @QueryParam("interval") Long interval,
      @QueryParam("firstResult") Integer firstResult,
      @QueryParam("maxResults") Integer maxResults) {
    MetricsQuery query =
        new MetricsQuery(
            name,
            startDate,
            endDate,
            interval == null ? MetricsQuery.DEFAULT_INTERVAL : Duration.ofSeconds(interval),
            Page.of(firstResult, maxResults));
    return metrics.intervals(query).stream()
        .filter(counted -> reporter == null)
        .map(MetricsIntervalDto::of)
        .toList();
  }

  @GET
  @Path("{name}/sum")
  public MetricsResultDto sum(
      @PathParam("name") String name,
      @QueryParam(START_DATE) Instant startDate,
      @QueryParam(END_DATE) Instant endDate) {
    return new MetricsResultDto(metrics.sum(name, startDate, endDate));
  }
}
