package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts with named parameters, and their values. */
class StatementTest {
  private static final Statement FIND =
      Statement.of("select t.id from task t where t.id = :id and t.due_at < :now or t.id > :id");
  private static final Statement DELETE =
      Statement.of("delete from task where tenant_id = :tenant and id in (:ids)");

  @Test
  void a_value_stands_wherever_its_name_does() {
    Statement statement = FIND.with("now", 5).with("id", "a");

    assertThat(statement.sql())
        .isEqualTo("select t.id from task t where t.id = ? and t.due_at < ? or t.id > ?");
    assertThat(statement.parameters()).containsExactly("a", 5, "a");
  }

  @Test
  void a_collection_is_a_list() {
    Statement statement = DELETE.with("ids", List.of("a", "b")).with("tenant", null);

    assertThat(statement.sql()).isEqualTo("delete from task where tenant_id = ? and id in (?, ?)");
    assertThat(statement.parameters()).containsExactly(null, "a", "b");
  }

  @Test
  void a_value_is_never_part_of_the_text() {
    String hostile = "'; drop table task; -- :id ?";

    Statement statement = DELETE.with("tenant", hostile).with("ids", List.of(hostile));

    assertThat(statement.sql()).isEqualTo("delete from task where tenant_id = ? and id in (?)");
    assertThat(statement.parameters()).containsExactly(hostile, hostile);
  }

  @Test
  void quotes_comments_and_casts_contain_no_parameters() {
    Statement statement =
        Statement.of(
            """
            select ':a?', ":b", c::text   -- :d, isn't it?
              from t where e = :e and f - :f > 0""");

    assertThat(statement.withAll(Map.of("e", 1, "f", 2)).sql())
        .isEqualTo(
            """
            select ':a?', ":b", c::text   -- :d, isn't it?
              from t where e = ? and f - ? > 0""");
  }

  @Test
  void a_statement_stays_as_it_is_when_another_one_is_made_of_it() {
    FIND.with("id", "a").with("now", 5);

    assertThatIllegalStateException()
        .isThrownBy(FIND::parameters)
        .withMessageStartingWith("Parameter ':id' has no value in: select");
  }

  @Test
  void a_statement_binds_only_the_values_that_it_names() {
    assertThat(FIND.withAll(Map.of("id", "a", "now", 5, "other", 7)).parameters())
        .containsExactly("a", 5, "a");
  }

  @Test
  void statements_of_one_text_and_the_same_values_are_equal() {
    assertThat(DELETE.with("tenant", "t"))
        .isEqualTo(DELETE.with("tenant", "t"))
        .hasSameHashCodeAs(DELETE.with("tenant", "t"))
        .isNotEqualTo(DELETE.with("tenant", "u"))
        .isNotEqualTo(DELETE);
  }

  @Test
  void a_name_that_is_not_in_the_text_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FIND.with("tenant", "t"))
        .withMessageStartingWith("No parameter ':tenant' in: select");
  }

  @Test
  void a_list_of_nothing_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DELETE.with("tenant", "t").with("ids", List.of()).sql())
        .withMessageStartingWith("List ':ids' is empty in: delete");
  }

  @Test
  void a_parameter_without_a_name_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Statement.of("select id from task where id = ?"))
        .withMessageStartingWith("A parameter without a name in: select");
  }
}
