package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Collected writes that are sent at once, on ordinary rows. */
class WritesTest extends SharedEngineTest {
  private static final Insert<String> LINK =
      Insert.<String>into("identity_link")
          .column("id", id -> id)
          .column("user_task_id", id -> "writes")
          .column("user_id", id -> "somebody")
          .column("group_id", id -> null)
          .column("type", id -> "first");
  private static final Insert<String> OTHER_LINK =
      Insert.<String>into("identity_link")
          .column("id", id -> id)
          .column("user_task_id", id -> "writes")
          .column("group_id", id -> "a group")
          .column("type", id -> "other");
  private static final Statement RETYPE =
      Statement.of(
          "update identity_link\n   set type = :type\n where id in (:ids)\n   and type <> 'other'\n");
  private static final Statement DELETE =
      Statement.of("delete from identity_link\n where id in (:ids)\n");

  private final Sql sql = engine.bean(Sql.class);
  private final List<String> treatedOtherwise = new ArrayList<>();

  @AfterEach
  void forget() throws Exception {
    write(writes -> writes.change(DELETE, ids("")));
  }

  @Test
  void everything_that_was_gathered_is_written() throws Exception {
    write(writes -> writes.insert(LINK, List.of("a", "b", "c")));

    write(
        writes -> {
          writes.change(RETYPE.with("type", "second"), List.of("a"));
          writes.insert(LINK, List.of("d"));
          writes.change(DELETE, List.of("b"));
          writes.insert(OTHER_LINK, List.of("e"));
          writes.change(RETYPE.with("type", "third"), List.of("c"));
        });

    assertThat(ids("second")).containsExactly("a");
    assertThat(ids("third")).containsExactly("c");
    assertThat(ids("first")).containsExactly("d");
    assertThat(ids("other")).containsExactly("e");
  }

  @Test
  void rows_that_are_not_changed_are_treated_otherwise_with_those_beside_them() throws Exception {
    write(writes -> writes.insert(LINK, List.of("a", "b")));
    write(writes -> writes.insert(OTHER_LINK, List.of("c")));

    write(
        writes -> {
          writes.change(RETYPE.with("type", "second"), List.of("a"), treatedOtherwise::addAll);
          writes.change(RETYPE.with("type", "third"), List.of("b", "c"), treatedOtherwise::addAll);
        });

    assertThat(ids("second")).containsExactly("a");
    assertThat(treatedOtherwise).containsExactly("b", "c");
  }

  @Test
  void the_same_change_of_several_is_one() throws Exception {
    write(writes -> writes.insert(OTHER_LINK, List.of("a", "b")));

    write(
        writes -> {
          writes.change(RETYPE.with("type", "second"), List.of("a"), treatedOtherwise::addAll);
          writes.change(RETYPE.with("type", "second"), List.of("b"), treatedOtherwise::addAll);
        });

    assertThat(treatedOtherwise).containsExactly("a", "b");
  }

  @Test
  void collected_hints_are_sent_once() throws Exception {
    write(
        writes -> {
          writes.insert(LINK, List.of("a"));
          writes.send();
          writes.insert(LINK, List.of("b"));
        });

    assertThat(ids("first")).containsExactly("a", "b");
  }

  @Test
  void more_rows_than_one_statement_can_carry_are_written() throws Exception {
    List<String> many = IntStream.range(0, 20_000).mapToObj(i -> "many-" + i).toList();

    write(writes -> writes.insert(LINK, many));
    write(writes -> writes.change(RETYPE.with("type", "second"), many, treatedOtherwise::addAll));

    assertThat(ids("second")).hasSize(many.size());
    assertThat(treatedOtherwise).isEmpty();
  }

  @Test
  void nothing_gathered_is_nothing_written() throws Exception {
    write(writes -> writes.insert(LINK, List.of()));
    write(writes -> writes.change(DELETE, List.of()));

    assertThat(ids("")).isEmpty();
  }

  @Test
  void the_writes_of_many_that_do_the_same_or_something_else_are_all_sent() throws Exception {
    write(writes -> writes.insert(LINK, List.of("old-0", "old-1", "old-2")));
    write(writes -> writes.insert(OTHER_LINK, List.of("old-3")));

    engine.inTransaction(
        () -> {
          List<Writes> all = new ArrayList<>();
          for (int i = 0; i < 23; i++) {
            Writes writes = sql.writes();
            writes.insert(i % 3 == 0 ? OTHER_LINK : LINK, List.of("new-" + i));
            if (i < 4) {
              writes.change(
                  RETYPE.with("type", "second"), List.of("old-" + i), treatedOtherwise::addAll);
            }
            all.add(writes);
          }
          Writes.sendAll(all);
          return null;
        });

    assertThat(ids("")).hasSize(23 + 4);
    assertThat(ids("second")).containsExactly("old-0", "old-1", "old-2");
    assertThat(treatedOtherwise).contains("old-3");
  }

  private interface Gathering {
    void into(Writes writes);
  }

  private void write(Gathering gathering) throws Exception {
    engine.inTransaction(
        () -> {
          Writes writes = sql.writes();
          gathering.into(writes);
          writes.send();
          return null;
        });
  }

  /** Of one type, or of any if that is empty. */
  private static List<String> ids(String type) {
    return Rows.strings(
        engine.database(),
        "select id from identity_link where user_task_id = 'writes' and (? = '' or type = ?) order by id",
        type,
        type);
  }
}
