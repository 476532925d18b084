package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.io.IOException;
import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server whose class loaders do not list what is in an archive, as Open Liberty's do not. */
class SchemaTest {
  private static final ClassLoader WITHOUT_MIGRATIONS =
      new ClassLoader(Schema.class.getClassLoader()) {
        @Override
        public URL getResource(String name) {
          return isMigration(name) ? null : super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
          return isMigration(name) ? Collections.emptyEnumeration() : super.getResources(name);
        }

        private static boolean isMigration(String name) {
          return name.startsWith("db/migration");
        }
      };

  @ParameterizedTest
  @EnumSource
  void an_engine_that_finds_no_migration_does_not_start_on_an_empty_database(TestDatabase database)
      throws Exception {
    try (TestEngine engine = TestEngine.on(database)) {
      empty(engine, database);

      assertThatThrownBy(() -> Schema.bringUpToDate(engine.database(), WITHOUT_MIGRATIONS))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith(
              "There are no migrations at 'classpath:db/migration/"
                  + database.name().toLowerCase(Locale.ROOT)
                  + "':");
      assertThat(tables(engine)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_engine_that_finds_no_migration_does_not_start_on_tables_of_another_version(
      TestDatabase database) throws Exception {
    try (TestEngine engine = TestEngine.on(database)) {
      List<String> before = tables(engine);

      assertThatThrownBy(() -> Schema.bringUpToDate(engine.database(), WITHOUT_MIGRATIONS))
          .isInstanceOf(IllegalStateException.class);
      assertThat(tables(engine)).isEqualTo(before).contains("external_task");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_engine_that_finds_its_migrations_makes_its_tables(TestDatabase database)
      throws Exception {
    try (TestEngine engine = TestEngine.on(database)) {
      List<String> before = tables(engine);
      empty(engine, database);

      Schema.bringUpToDate(engine.database());

      assertThat(tables(engine)).isEqualTo(before);
    }
  }

  private static void empty(TestEngine engine, TestDatabase database) throws Exception {
    try (Connection connection = engine.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          switch (database) {
            case H2 -> "drop all objects";
            case POSTGRESQL -> "drop schema public cascade; create schema public";
          });
    }
  }

  private static List<String> tables(TestEngine engine) throws Exception {
    List<String> tables = new ArrayList<>();
    try (Connection connection = engine.database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select lower(table_name) from information_schema.tables"
                    + " where lower(table_schema) = 'public' order by 1")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
