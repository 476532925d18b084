package dev.outwork.engine.variable;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.database.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of an instance that one transaction knows and changes. Scopes are loaded on first
 * access. A chain of scopes is ordered from the innermost to the process instance
 * (docs/rest-api.md, "Variable scopes").
 */
public final class Variables {
  private final ScopeLoader loader;
  private final Map<String, Map<String, Entry>> scopes = new HashMap<>();
  private final List<String> removed = new ArrayList<>();
  private final List<Touch> touches = new ArrayList<>();
  private boolean touchesMatter;

  /** One variable; {@code stored} tells whether the database has a row for it. */
  private static final class Entry {
    private final String id;
    private final boolean stored;
    private TypedValue value;
    private boolean changed;

    Entry(String id, boolean stored, TypedValue value) {
      this.id = id;
      this.stored = stored;
      this.value = value;
    }
  }

  /** A variable to write: inserted if it is new, otherwise updated. */
  public record Change(String id, String scopeId, String name, TypedValue value, boolean isNew) {}

  public Variables(ScopeLoader loader) {
    this.loader = loader;
  }

  /** A change of a variable, as conditional events define it: create, update or delete. */
  public record Touch(String scopeId, String name, String event) {}

  /** Records each change from now on, until it is taken. */
  public void rememberTouches() {
    touchesMatter = true;
  }

  /** The recorded changes since the last call, in order. */
  public List<Touch> takeTouches() {
    List<Touch> taken = List.copyOf(touches);
    touches.clear();
    return taken;
  }

  private void touch(String scopeId, String name, String event) {
    if (touchesMatter) {
      touches.add(new Touch(scopeId, name, event));
    }
  }

  /** Registers a new scope, which needs no loading. */
  public void begin(String scopeId) {
    scopes.put(scopeId, new LinkedHashMap<>());
  }

  /** The value visible from the innermost scope of the chain. */
  public Optional<TypedValue> get(List<String> chain, String name) {
    know(chain);
    return holder(chain, name).map(scope -> withContent(scopes.get(scope).get(name)));
  }

  public boolean has(List<String> chain, String name) {
    know(chain);
    return holder(chain, name).isPresent();
  }

  /** All variables visible from the innermost scope of the chain, files without their content. */
  public Map<String, TypedValue> visibleFrom(List<String> chain) {
    know(chain);
    Map<String, TypedValue> visible = new LinkedHashMap<>();
    for (String scope : chain) {
      scopes.get(scope).forEach((name, entry) -> visible.putIfAbsent(name, entry.value));
    }
    return visible;
  }

  /** Sets each value in the innermost scope that has its name, otherwise in the outermost. */
  public void setAll(List<String> chain, Map<String, TypedValue> values) {
    values.forEach((name, value) -> set(chain, name, value));
  }

  /** Sets a value in the innermost scope that has the name, otherwise in the outermost. */
  public void set(List<String> chain, String name, TypedValue value) {
    know(chain);
    setLocal(holder(chain, name).orElse(chain.get(chain.size() - 1)), name, value);
  }

  /** Sets values in exactly this scope. */
  public void setAllLocal(String scopeId, Map<String, TypedValue> values) {
    values.forEach((name, value) -> setLocal(scopeId, name, value));
  }

  /** Sets a value in exactly this scope. */
  public void setLocal(String scopeId, String name, TypedValue value) {
    VariableNames.check(name);
    know(List.of(scopeId));
    Map<String, Entry> scope = scopes.get(scopeId);
    touch(scopeId, name, scope.containsKey(name) ? "update" : "create");
    Entry entry = scope.computeIfAbsent(name, any -> new Entry(Ids.next(), false, value));
    if (entry.value.isTransient() != value.isTransient()) {
      throw new ProcessEngineException(
          "Cannot set variable '%s' to a %s value: it is %s"
              .formatted(name, kind(value), kind(entry.value)));
    }
    entry.value = value;
    entry.changed = true;
  }

  /** Removes a name from the innermost scope that has it. */
  public void remove(List<String> chain, String name) {
    know(chain);
    holder(chain, name).ifPresent(scope -> removeFrom(scope, name));
  }

  private void removeFrom(String scopeId, String name) {
    Entry gone = scopes.get(scopeId).remove(name);
    touch(scopeId, name, "delete");
    if (gone.stored) {
      removed.add(gone.id);
    }
  }

  /** The variables to write; transient values never are. */
  public List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    scopes.forEach(
        (scopeId, entries) ->
            entries.forEach(
                (name, entry) -> {
                  if (entry.changed && !entry.value.isTransient()) {
                    changes.add(new Change(entry.id, scopeId, name, entry.value, !entry.stored));
                  }
                }));
    return changes;
  }

  /** The ids of the rows to delete. */
  public List<String> removed() {
    return List.copyOf(removed);
  }

  private Optional<String> holder(List<String> chain, String name) {
    return chain.stream().filter(scope -> scopes.get(scope).containsKey(name)).findFirst();
  }

  /** Loads all of these scopes that are not known yet, at once. */
  public void know(Collection<String> scopeIds) {
    List<String> unknown = scopeIds.stream().filter(scope -> !scopes.containsKey(scope)).toList();
    if (unknown.isEmpty()) {
      return;
    }
    unknown.forEach(this::begin);
    for (StoredVariable stored : loader.load(unknown)) {
      scopes.get(stored.scopeId()).put(stored.name(), new Entry(stored.id(), true, stored.value()));
    }
  }

  private static String kind(TypedValue value) {
    return value.isTransient() ? "transient" : "non-transient";
  }

  private TypedValue withContent(Entry entry) {
    TypedValue value = entry.value;
    boolean contentIsElsewhere =
        value.type() == ValueType.FILE && value.value() == null && entry.stored && !entry.changed;
    if (!contentIsElsewhere) {
      return value;
    }
    return new TypedValue(ValueType.FILE, loader.content(entry.id), value.valueInfo());
  }
}
