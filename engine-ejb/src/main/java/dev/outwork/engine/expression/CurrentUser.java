package dev.outwork.engine.expression;

import java.util.List;

/** The user of an evaluation: the engine knows only the id. */
record CurrentUser(String id) implements CallReceiver, Names {
  private static final String ID = "id";

  static final List<Method> METHODS =
      List.of(
          new Method(
              Kind.USER, "getId", 0, Kind.TEXT, call -> call.receiver(CurrentUser.class).id()));

  @Override
  public Kind kind() {
    return Kind.USER;
  }

  @Override
  public boolean knows(String name) {
    return ID.equals(name);
  }

  @Override
  public Object value(String name) {
    return id;
  }

  /** The id, in texts. */
  @Override
  public String toString() {
    return id;
  }
}
