package dev.outwork.engine.token.random;

import java.util.ArrayList;
import java.util.List;

/** The contents of a process, a sub-process or an event sub-process. */
record Scope(String id, Block body, Ending ending, List<Event> events) implements Part {

  /** How its main way ends. */
  enum Ending {
    NONE(""),
    TERMINATE("<terminateEventDefinition/>"),
    /** Undoes all that can be undone. */
    COMPENSATE("<compensateEventDefinition/>");

    private final String definition;

    Ending(String definition) {
      this.definition = definition;
    }
  }

  @Override
  public String title() {
    return "scope " + id + (ending == Ending.NONE ? "" : ", ends with " + ending);
  }

  @Override
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>(List.of(body));
    parts.addAll(events);
    return parts;
  }

  /**
   * Draws what is inside.
   *
   * @param start the definition of the start event
   */
  String draw(Drawing around, String startAttributes, String start) {
    Drawing drawing = around.inside();
    drawing.node("startEvent", id + "_s", startAttributes, start);
    Block.Ends ends = body.draw(drawing);
    drawing.node("endEvent", id + "_x", "", ending.definition);
    drawing.flow(id + "_s", ends.first());
    drawing.flow(ends.last(), id + "_x");
    events.forEach(event -> event.drawInside(drawing));
    return drawing.content();
  }

  /** The activities. */
  void play(Reference reference, Region own, Runnable then) {
    Region scope = own.scope(then);
    Region content = scope.content();
    events.forEach(event -> event.awaitInside(reference, scope));
    content.tokenBegins();
    body.play(reference, content, () -> end(reference, scope, content));
  }

  private void end(Reference reference, Region scope, Region content) {
    if (!content.isAlive()) {
      return;
    }
    switch (ending) {
      case NONE -> content.tokenEnds();
      case TERMINATE -> {
        scope.endContent();
        scope.content().tokenBegins();
        scope.content().tokenEnds();
      }
      case COMPENSATE -> reference.undo(content, content::tokenEnds);
    }
  }
}
