package dev.outwork.engine.expression;

import java.util.List;

/** On whose behalf an expression is evaluated: the engine knows no more of users than their id. */
record CurrentUser(String id) implements Receiver, Names {
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

  /** In a text. */
  @Override
  public String toString() {
    return id;
  }
}
