package dev.outwork.engine.testkit;

import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Looks at rows as they are committed. */
public final class Rows {
  private Rows() {}

  public static List<String> strings(DataSource database, String select, Object... arguments) {
    return Jdbi.create(database)
        .withHandle(handle -> handle.select(select, arguments).mapTo(String.class).list());
  }

  public static long count(DataSource database, String select, Object... arguments) {
    return Jdbi.create(database)
        .withHandle(handle -> handle.select(select, arguments).mapTo(Long.class).one());
  }
}
