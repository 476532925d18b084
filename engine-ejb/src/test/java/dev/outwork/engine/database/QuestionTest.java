package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.testkit.Await;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions that are sent together, about rows that are like any others. */
class QuestionTest extends SharedEngineTest {
  private static final Row.Reader<String> ID = row -> row.text("id");
  private static final Statement HOLD =
      Statement.of(
          "select l.id from identity_link l where l.id = :id and l.user_task_id = 'questions' for update");
  private static final Statement OF_TYPE =
      Statement.of(
          "select l.id from identity_link l where l.user_task_id = 'questions' and l.type = :type order by l.id");

  private final Sql sql = engine.bean(Sql.class);

  @BeforeEach
  void fill() {
    tell(
        "insert into identity_link (id, user_task_id, user_id, type) values ('a', 'questions', 'me', 'first')");
    tell(
        "insert into identity_link (id, user_task_id, user_id, type) values ('b', 'questions', 'me', 'second')");
  }

  @AfterEach
  void forget() {
    tell("delete from identity_link where user_task_id = 'questions'");
  }

  @Test
  void each_has_its_own_parameters_and_its_own_rows() throws Exception {
    Question<String> hold = new Question<>(HOLD.with("id", "a"), ID);
    Question<String> nothing = new Question<>(OF_TYPE.with("type", "third"), ID);
    Question<String> other = new Question<>(OF_TYPE.with("type", "second"), ID);

    ask(hold, nothing, other);

    assertThat(hold.row()).contains("a");
    assertThat(nothing.rows()).isEmpty();
    assertThat(nothing.row()).isEmpty();
    assertThat(other.rows()).containsExactly("b");
  }

  @Test
  void a_question_that_is_alone_is_answered() throws Exception {
    Question<String> hold = new Question<>(HOLD.with("id", "b"), ID);

    ask(hold);

    assertThat(hold.rows()).containsExactly("b");
  }

  @Test
  void later_questions_see_what_the_first_has_waited_for() throws Exception {
    Question<String> hold = new Question<>(HOLD.with("id", "a"), ID);
    Question<String> changed = new Question<>(OF_TYPE.with("type", "changed"), ID);
    CompletableFuture<Void> asked;
    try (Connection other = engine.database().getConnection();
        PreparedStatement change =
            other.prepareStatement("update identity_link set type = 'changed' where id = 'a'")) {
      other.setAutoCommit(false);
      change.executeUpdate();
      asked = CompletableFuture.runAsync(() -> askUnchecked(hold, changed));
      Await.until(() -> Rows.count(engine.database(), waiting()) > 0);
      assertThat(asked).isNotDone();
      other.commit();
    }

    asked.get(30, TimeUnit.SECONDS);
    assertThat(changed.rows()).containsExactly("a");
  }

  /** Counts the sessions that wait for a row. */
  private String waiting() {
    return switch (database) {
      case H2 -> "select count(*) from information_schema.sessions where blocker_id is not null";
      case POSTGRESQL ->
          "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    };
  }

  private void ask(Question<?>... questions) throws Exception {
    engine.inTransaction(
        () -> {
          sql.ask(questions);
          return null;
        });
  }

  private void askUnchecked(Question<?>... questions) {
    try {
      ask(questions);
    } catch (Exception e) {
      throw new AssertionError("asking " + List.of(questions), e);
    }
  }

  private static void tell(String change) {
    Rows.change(engine.database(), change);
  }
}
