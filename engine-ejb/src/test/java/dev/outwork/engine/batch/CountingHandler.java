package dev.outwork.engine.batch;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.engine.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how often each element is done, and fails for those that are called so. */
@ApplicationScoped
public class CountingHandler implements BatchHandler {
  static final String TYPE = "counting";
  static final JsonObject NO_CONFIGURATION = Json.createObjectBuilder().build();

  // Of all nodes together: each has a bean of its own.
  static final Map<String, Integer> DONE = new ConcurrentHashMap<>();

  /** Whether the database is away meanwhile. */
  static volatile boolean databaseIsAway;

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public void run(String elementId, JsonObject configuration, Rights rights) {
    if (databaseIsAway) {
      throw new DatabaseUnavailableException(new SQLException("gone", "57P01"));
    }
    if (elementId.startsWith("refused")) {
      throw new BadUserRequestException("Cannot count '%s'".formatted(elementId));
    }
    if (elementId.startsWith("broken")) {
      throw new IllegalStateException("select secret from table");
    }
    DONE.merge(elementId, 1, Integer::sum);
  }
}
