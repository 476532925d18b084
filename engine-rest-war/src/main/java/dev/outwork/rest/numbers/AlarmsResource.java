package dev.outwork.rest.numbers;

import dev.outwork.api.numbers.NumbersService;
import dev.outwork.api.numbers.TopicAlarm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** What an operator has to look at. */
@Path("alarm")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AlarmsResource {
  private static final String NOBODY_POLLS = "nobodyPolls";

  @Inject private NumbersService numbers;

  /**
   * An alarm.
   *
   * @param type {@code nobodyPolls}: tasks of a topic wait, and nobody asks for them
   */
  public record AlarmDto(String type, String topicName, Instant since, long waiting) {

    static AlarmDto of(TopicAlarm alarm) {
      return new AlarmDto(NOBODY_POLLS, alarm.topicName(), alarm.since(), alarm.waiting());
    }
  }

  @GET
  public List<AlarmDto> alarms() {
    return numbers.alarms().stream().map(AlarmDto::of).toList();
  }
}
