package dev.outwork.engine.variable;

import java.util.Collection;
import java.util.List;

/** Where {@link Variables} get what they do not know yet. */
public interface ScopeLoader {
  /** Every variable of these scopes. */
  List<StoredVariable> load(Collection<String> scopeIds);

  /** The content of a file variable. */
  byte[] content(String variableId);
}
