package dev.outwork.engine.token.random;

import java.util.List;
import java.util.function.Supplier;

/**
 * Something that can happen to an activity or in a scope.
 *
 * @param kind what happens
 * @param code of the error or escalation; empty for every one, and for messages
 * @param handler what is done then
 */
record Event(String id, Kind kind, String code, boolean isInterrupting, Scope handler)
    implements Part {

  /** The kinds of events. */
  enum Kind {
    ERROR,
    ESCALATION,
    MESSAGE
  }

  @Override
  public String title() {
    return "%s %s %s%s"
        .formatted(isInterrupting ? "interrupted by" : "beside it", kind, id, " " + code);
  }

  @Override
  public List<Block> parts() {
    return List.of(handler.body());
  }

  /** Draws it as a boundary event; {@code end} is where the activity and its handlers meet. */
  void drawAround(Drawing drawing, String activityId, String end) {
    drawing.element(
        "boundaryEvent",
        id,
        "attachedToRef=\"%s\" cancelActivity=\"%s\"".formatted(activityId, isInterrupting),
        definition(drawing));
    Block.Ends ends = handler.body().draw(drawing);
    drawing.flow(id, ends.first());
    if (isInterrupting) {
      drawing.flow(ends.last(), end);
    } else {
      drawing.node("endEvent", id + "_x", "", "");
      drawing.flow(ends.last(), id + "_x");
    }
  }

  /** Draws it as an event sub-process. */
  void drawInside(Drawing drawing) {
    String start = "isInterrupting=\"%s\"".formatted(isInterrupting);
    drawing.activity(
        "subProcess",
        id,
        "triggeredByEvent=\"true\"",
        "",
        Activity.Repetition.NONE,
        handler.draw(drawing, start, definition(drawing)));
  }

  private String definition(Drawing drawing) {
    return switch (kind) {
      case ERROR -> drawing.error(id, code);
      case ESCALATION -> drawing.escalation(id, code);
      case MESSAGE -> drawing.message(id);
    };
  }

  /** Waits as a boundary event of an activity. */
  void awaitAround(Reference reference, Region own, Region in, Runnable then) {
    await(
        reference,
        own,
        own,
        () -> {
          if (isInterrupting) {
            own.end();
            return () -> handler.body().play(reference, in, then);
          }
          Runnable done = reference.beginBeside(in, own.key(id));
          return () -> handler.body().play(reference, in, done);
        });
  }

  /** Waits as an event sub-process. */
  void awaitInside(Reference reference, Region scope) {
    await(
        reference,
        scope,
        scope.content(),
        () -> {
          if (isInterrupting) {
            scope.endContent();
          }
          Region own = scope.content().inside(id);
          Runnable done = reference.beginBeside(scope.content(), own.key(id));
          return () -> handler.play(reference, own, own.endingBefore(done));
        });
  }

  private void await(
      Reference reference, Region catching, Region listening, Supplier<Runnable> happening) {
    if (kind == Kind.MESSAGE) {
      reference.listen(listening, id, () -> happening.get().run());
    } else {
      catching.catches(this, happening);
    }
  }
}
