package dev.outwork.rest.numbers;

import dev.outwork.api.numbers.NumbersService;
import dev.outwork.api.numbers.TopicMinute;
import dev.outwork.api.numbers.TopicNumbers;
import dev.outwork.rest.format.RestException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Topics. */
@Path("topic")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TopicsResource {
  private static final int NOT_FOUND = 404;

  @Inject private NumbersService numbers;

  @GET
  public List<TopicNumbers> topics(@QueryParam("topicName") String name) {
    return name == null ? numbers.topics() : numbers.topic(name).stream().toList();
  }

  @GET
  @Path("{name}")
  public TopicNumbers topic(@PathParam("name") String name) {
    return numbers
        .topic(name)
        .orElseThrow(
            () ->
                RestException.rest(
                    NOT_FOUND,
                    "Topic '%s' has no tasks, and no worker has asked for it in the last hour"
                        .formatted(name)));
  }

  /** Refuses an unknown topic, too. */
  @GET
  @Path("{name}/history")
  public List<TopicMinute> history(@PathParam("name") String name) {
    return numbers.history(topic(name).topicName());
  }
}
