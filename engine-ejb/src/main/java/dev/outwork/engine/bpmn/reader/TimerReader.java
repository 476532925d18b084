package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.bpmn.TimerTrigger;
import dev.outwork.engine.bpmn.TimerTrigger.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads timer event definitions. */
final class TimerReader {
  private static final Map<String, Kind> KINDS =
      Map.of("timeDate", Kind.DATE, "timeDuration", Kind.DURATION, "timeCycle", Kind.CYCLE);

  private final ExpressionReader texts;
  private final ExpressionReader.Moment moment;

  TimerReader(ExpressionReader texts, ExpressionReader.Moment moment) {
    this.texts = texts;
    this.moment = moment;
  }

  /** Empty if there is a problem, which is added. */
  Optional<TimerTrigger> read(Element event, Element definition) {
    List<Element> times =
        definition.children().stream().filter(child -> KINDS.containsKey(child.kind())).toList();
    if (times.size() != 1) {
      texts
          .problems()
          .add(
              event,
              "has %d times: write exactly one timeDate, timeDuration or timeCycle"
                  .formatted(times.size()));
      return Optional.empty();
    }
    Element time = times.get(0);
    Kind kind = KINDS.get(time.kind());
    if (kind == Kind.CYCLE && event.is("intermediateCatchEvent")) {
      texts.problems().warn(event, "has a timeCycle, of which only the first time is used");
    }
    if (kind == Kind.DURATION && Schedule.isRepeated(time.text().strip())) {
      texts
          .problems()
          .warn(event, "has a repeating timeDuration, of which only the first time is used");
    }
    return texts
        .expression(event, "a " + time.kind(), time.text().strip())
        .map(value -> trigger(event, new TimerTrigger(kind, value)));
  }

  private TimerTrigger trigger(Element event, TimerTrigger trigger) {
    moment.check(event, trigger.value(), value -> Schedule.check(trigger.kind(), value));
    return trigger;
  }
}
