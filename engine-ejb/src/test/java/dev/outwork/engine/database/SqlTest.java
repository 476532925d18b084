package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Statements that are sent by themselves, about rows that are like any others. */
class SqlTest extends SharedEngineTest {
  private static final Insert<String> LINK =
      Insert.<String>into("identity_link")
          .column("id", id -> id)
          .column("user_task_id", id -> "sql")
          .column("user_id", id -> null)
          .column("group_id", id -> "a group")
          .column("type", id -> "first");
  private static final Statement OF_TYPE =
      Statement.of(
          "select l.id from identity_link l where l.user_task_id = 'sql' and l.type = :type order by l.id");
  private static final Statement USER =
      Statement.of("select l.user_id from identity_link l where l.id = :id");
  private static final Statement BY_IDS =
      Statement.of("select l.id from identity_link l where l.type = :type and l.id in (:ids)");
  private static final Statement RETYPE =
      Statement.of("update identity_link set type = :type where id in (:ids)");
  private static final Statement DELETE =
      Statement.of("delete from identity_link where user_task_id = 'sql'");

  private final Sql sql = engine.bean(Sql.class);

  @AfterEach
  void forget() throws Exception {
    inTransaction(() -> sql.update(DELETE));
  }

  @Test
  void rows_are_found_by_what_they_are_asked_for() throws Exception {
    insert(List.of("a", "b"));

    assertThat(inTransaction(() -> sql.texts(OF_TYPE.with("type", "first"))))
        .containsExactly("a", "b");
    assertThat(inTransaction(() -> sql.text(OF_TYPE.with("type", "second")))).isEmpty();
  }

  @Test
  void a_value_that_is_null_is_none() throws Exception {
    insert(List.of("a"));

    assertThat(inTransaction(() -> sql.text(USER.with("id", "a")))).isEmpty();
  }

  @Test
  void a_change_receives_the_number_of_changed_rows() throws Exception {
    insert(List.of("a", "b"));

    assertThat(
            inTransaction(
                () -> sql.update(RETYPE.with("type", "second").with("ids", List.of("a", "c")))))
        .isEqualTo(1);
  }

  @Test
  void ids_are_sent_a_thousand_at_a_time() throws Exception {
    List<String> many = IntStream.range(0, 2_500).mapToObj(i -> "many-" + i).toList();
    insert(many);

    assertThat(inTransaction(() -> sql.updateOf(RETYPE.with("type", "second"), many)))
        .isEqualTo(many.size());
    assertThat(
            inTransaction(
                () -> sql.rowsOf(BY_IDS.with("type", "second"), many, row -> row.text("id"))))
        .hasSize(many.size());
  }

  @Test
  void nothing_is_asked_about_no_ids() throws Exception {
    assertThat(inTransaction(() -> sql.updateOf(RETYPE.with("type", "second"), List.of())))
        .isZero();
    assertThat(
            inTransaction(
                () -> sql.rowsOf(BY_IDS.with("type", "first"), List.of(), row -> row.text("id"))))
        .isEmpty();
  }

  private void insert(List<String> ids) throws Exception {
    inTransaction(
        () -> {
          sql.insert(LINK, ids);
          return null;
        });
  }

  private <T> T inTransaction(Callable<T> question) throws Exception {
    return engine.inTransaction(question);
  }
}
