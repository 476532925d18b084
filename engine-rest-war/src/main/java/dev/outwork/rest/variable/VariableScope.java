package dev.outwork.rest.variable;

import dev.outwork.api.variable.TypedValue;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The variables of one scope in the REST API. */
public interface VariableScope {
  /** The kind of scope, for messages. */
  String owner();

  Map<String, TypedValue> all();

  /** One variable, a file with its content. */
  Optional<TypedValue> find(String name);

  /** Sets and removes variables in one transaction. */
  void change(Map<String, TypedValue> modifications, Collection<String> deletions);
}
