package dev.outwork.engine.variable;

import java.util.Collection;
import java.util.List;

/** Loads variables that {@link Variables} does not know yet. */
public interface ScopeLoader {
  /** All variables of these scopes. */
  List<StoredVariable> load(Collection<String> scopeIds);

  /** The content of a file variable. */
  byte[] content(String variableId);
}
