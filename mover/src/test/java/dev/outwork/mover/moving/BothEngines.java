package dev.outwork.mover.moving;

import dev.outwork.mover.converting.JavaValues;
import dev.outwork.mover.destination.TargetAddress;
import dev.outwork.mover.source.Slice;
import dev.outwork.mover.source.SourceAddress;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;

/** Camunda 7.24 and Outwork, each on a database of its own, with one clock. */
public final class BothEngines implements AutoCloseable {
  private final ProcessEngine camunda;
  private final TestEngine outwork;
  private final SourceAddress source;
  private final TargetAddress target;
  private final Queries there;
  private final Queries here;

  private BothEngines(ProcessEngine camunda, TestEngine outwork, SourceAddress source)
      throws SQLException {
    this.camunda = camunda;
    this.outwork = outwork;
    this.source = source;
    this.target = addressOf(outwork);
    this.there =
        new Queries(
            () -> DriverManager.getConnection(source.url(), source.user(), source.password()));
    this.here = new Queries(() -> outwork.database().getConnection());
    outwork.clock().set(ClockUtil.getCurrentTime().toInstant());
  }

  public static BothEngines on(TestDatabase database) {
    TestEngine outwork = TestEngine.on(database);
    try {
      SourceAddress source =
          database == TestDatabase.H2
              ? new SourceAddress(
                  "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "")
              : newDatabase(outwork);
      return new BothEngines(camundaOn(source), outwork, source);
    } catch (SQLException e) {
      outwork.close();
      throw new IllegalStateException(e);
    }
  }

  private static SourceAddress newDatabase(TestEngine outwork) throws SQLException {
    String name = "camunda_" + UUID.randomUUID().toString().replace('-', '_');
    try (Connection connection = outwork.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
      String url = connection.getMetaData().getURL().replaceFirst("/test_\\w+", "/" + name);
      return new SourceAddress(url, "postgres", "postgres");
    }
  }

  private static TargetAddress addressOf(TestEngine outwork) throws SQLException {
    try (Connection connection = outwork.database().getConnection()) {
      String url = connection.getMetaData().getURL();
      return url.startsWith("jdbc:h2:")
          ? new TargetAddress(url, "sa", "")
          : new TargetAddress(url, "postgres", "postgres");
    }
  }

  private static ProcessEngine camundaOn(SourceAddress address) {
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName("source-" + UUID.randomUUID());
    configuration.setJdbcUrl(address.url());
    configuration.setJdbcUsername(address.user());
    configuration.setJdbcPassword(address.password());
    configuration.setJdbcDriver(
        address.url().startsWith("jdbc:h2:") ? "org.h2.Driver" : "org.postgresql.Driver");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("full");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setMetricsEnabled(false);
    configuration.setJobExecutorActivate(false);
    configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
    return configuration.buildProcessEngine();
  }

  public ProcessEngine camunda() {
    return camunda;
  }

  public TestEngine outwork() {
    return outwork;
  }

  /** Rows of the database of Camunda. */
  List<List<String>> there(String sql, Object... parameters) {
    return there.rows(sql, parameters);
  }

  /** Rows of the database of Outwork. */
  List<List<String>> here(String sql, Object... parameters) {
    return here.rows(sql, parameters);
  }

  public MoveSettings settings() {
    return settings(HistoryChoice.NONE);
  }

  MoveSettings settings(HistoryChoice history) {
    return new MoveSettings(
        source,
        ZoneId.systemDefault(),
        target,
        new WhatGoes(JavaValues.REFUSE, false, history),
        50,
        1,
        Pace.UNLIMITED,
        outwork.clock());
  }

  /** What a move has told. */
  public static final class Told implements MoveListener {
    private final List<String> staying = new ArrayList<>();
    private int done;

    @Override
    public synchronized void done(int roots) {
      done += roots;
    }

    @Override
    public synchronized void stays(String rootId, String reason) {
      staying.add(reason);
    }

    int done() {
      return done;
    }

    List<String> staying() {
      return staying;
    }
  }

  /** Moves all that can go. */
  Told move() {
    return move(Slice.ALL);
  }

  Told move(Slice slice) {
    Told told = new Told();
    move(slice, told);
    return told;
  }

  /** One at a time, and so many a second at most. */
  Told moveAtPace(int mostPerSecond) {
    Told told = new Told();
    MoveSettings settings = settings();
    new Move(
            new MoveSettings(
                settings.source(),
                settings.sourceZone(),
                settings.target(),
                settings.what(),
                1,
                1,
                mostPerSecond,
                Clock.systemUTC()),
            told)
        .move(Slice.ALL);
    return told;
  }

  void move(Slice slice, MoveListener listener) {
    move(slice, HistoryChoice.NONE, listener);
  }

  void move(Slice slice, HistoryChoice history, MoveListener listener) {
    outwork.clock().set(new Date().toInstant());
    new Move(settings(history), listener).move(slice);
  }

  @Override
  public void close() {
    there.close();
    here.close();
    camunda.close();
    outwork.close();
  }
}
