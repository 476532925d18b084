package dev.outwork.mover.reading;

import dev.outwork.mover.source.Source;
import dev.outwork.mover.source.SourceStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads who stands where, and what for. */
public final class StandingReader {
  private static final Map<String, WaitsFor> SUBSCRIPTIONS =
      Map.of(
          "message", WaitsFor.MESSAGE,
          "signal", WaitsFor.SIGNAL,
          "conditional", WaitsFor.CONDITION,
          "compensate", WaitsFor.COMPENSATION);

  private static final String BODY = "#multiInstanceBody";

  private final Source source;
  private final Instant now;
  private final List<Standing> standings = new ArrayList<>();

  private StandingReader(Source source, Instant now) {
    this.source = source;
    this.now = now;
  }

  /** Of all definitions, one kind of waiting after the other. */
  public static List<Standing> read(Source source, Instant now) {
    return new StandingReader(source, now).read();
  }

  private List<Standing> read() {
    add(SourceStatement.EXTERNAL_TASKS, WaitsFor.EXTERNAL_TASK, Timestamp.from(now));
    add(SourceStatement.USER_TASKS, WaitsFor.USER_TASK);
    SUBSCRIPTIONS.forEach((type, kind) -> add(SourceStatement.SUBSCRIPTIONS, kind, type));
    add(SourceStatement.JOBS, StandingReader::job);
    add(SourceStatement.CALLS, WaitsFor.CALLED_PROCESS);
    add(SourceStatement.CASE_CALLS, WaitsFor.CALLED_CASE);
    add(SourceStatement.JOINS, WaitsFor.JOIN, false, true, false);
    add(SourceStatement.MULTI_INSTANCES, WaitsFor.MULTI_INSTANCE, false);
    return standings;
  }

  private static WaitsFor job(String handler) {
    if (handler != null && handler.startsWith("timer-")) {
      return WaitsFor.TIMER;
    }
    return "async-continuation".equals(handler) ? WaitsFor.ASYNC_JOB : WaitsFor.OTHER_JOB;
  }

  private void add(SourceStatement statement, WaitsFor kind, Object... parameters) {
    add(statement, name -> kind, parameters);
  }

  private void add(
      SourceStatement statement, Function<String, WaitsFor> kind, Object... parameters) {
    source.each(
        statement,
        row -> standings.add(standing(row, kind.apply(row.getString("name")))),
        parameters);
  }

  /** The body of a multi-instance activity has no id of its own in a model. */
  private static String activity(String id) {
    return id == null ? null : id.replace(BODY, "");
  }

  private static Standing standing(ResultSet row, WaitsFor kind) throws SQLException {
    boolean nameIsKind = kind == WaitsFor.TIMER || kind == WaitsFor.ASYNC_JOB;
    return new Standing(
        row.getString("definition_id"),
        activity(row.getString("activity_id")),
        kind,
        nameIsKind ? null : row.getString("name"),
        row.getLong("tokens"),
        row.getLong("instances"),
        row.getLong("locked"),
        row.getLong("exhausted"));
  }
}
