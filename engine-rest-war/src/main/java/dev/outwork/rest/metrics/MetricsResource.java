package dev.outwork.rest.metrics;

import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.Page;
import dev.outwork.api.metrics.MetricsQuery;
import dev.outwork.api.metrics.MetricsService;
import dev.outwork.api.numbers.NumbersService;
import dev.outwork.rest.security.RefusedRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Metrics. */
@Path("metrics")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MetricsResource {
  static final String PROMETHEUS = "prometheus";

  private static final String START_DATE = "startDate";
  private static final String END_DATE = "endDate";

  @Inject private MetricsService metrics;
  @Inject private NumbersService numbers;
  @Inject private TopicLabels topicLabels;
  @Inject private RefusedRequests refused;

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

  /**
   * What this node has counted, and what waits, in the text format of Prometheus. Without the
   * database only what it has counted.
   */
  @GET
  @Path(PROMETHEUS)
  @Produces(MediaType.TEXT_PLAIN)
  public Response prometheus() {
    Exposition exposition =
        new Exposition(topicLabels).counts(numbers.counts()).refused(refused.byReason());
    try {
      exposition.topics(numbers.topics(), numbers.workers().size()).database(true);
    } catch (DatabaseUnavailableException e) {
      exposition.database(false);
    }
    return Response.ok(exposition.text()).type(Exposition.mediaType()).build();
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
