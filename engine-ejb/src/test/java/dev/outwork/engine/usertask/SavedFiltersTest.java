package dev.outwork.engine.usertask;

import static dev.outwork.engine.testkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NotValidException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.task.FilterService;
import dev.outwork.api.task.SavedFilter;
import dev.outwork.api.task.SavedFilterDetails;
import dev.outwork.api.task.SavedFilterFilter;
import dev.outwork.api.task.SavedFilterSort;
import dev.outwork.engine.database.Settings;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Saved filters (docs/rest-api.md, "Saved filters"), where there are grants. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SavedFiltersTest {
  private static final List<String> GRANTS =
      List.of("user mary: read on process payment", "user root: operate on process *");
  private static final String QUERY = "{\"assignee\":\"mary\"}";
  private static final String UNKNOWN = "unknown";

  @TempDir static Path folder;
  private static TestEngine engine;

  @Parameter TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) throws IOException {
    Path file = folder.resolve("grants-" + database);
    Files.write(file, GRANTS);
    System.setProperty(Settings.GRANTS_FILE, file.toString());
    engine = TestEngine.on(database);
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
    System.clearProperty(Settings.GRANTS_FILE);
  }

  @AfterEach
  void deleteAll() {
    as(
        "root",
        () -> {
          filters().filters(ListQuery.all()).forEach(it -> filters().deleteFilter(it.id()));
          return null;
        });
  }

  @Test
  void a_filter_is_kept_changed_and_deleted() {
    SavedFilter kept = create("root", new SavedFilterDetails("Mine", "mary", QUERY, "{\"a\":1}"));
    assertThat(as("mary", () -> filters().filter(kept.id()))).contains(kept);

    SavedFilterDetails changed = new SavedFilterDetails("Yours", "mary", "{}", null);
    change("mary", kept.id(), changed);
    assertThat(as("mary", () -> filters().filter(kept.id())).orElseThrow().details())
        .isEqualTo(changed);

    delete("mary", kept.id());
    assertThat(as("root", () -> filters().filter(kept.id()))).isEmpty();
  }

  @Test
  void a_long_query_is_kept_whole() {
    String query = "{\"nameLike\":\"" + "x".repeat(10_000) + "\"}";

    SavedFilter kept = create("root", new SavedFilterDetails("Long", null, query, null));

    assertThat(as("root", () -> filters().filters(ListQuery.all()))).containsExactly(kept);
  }

  @Test
  void filters_are_listed_by_what_they_are() {
    SavedFilter mine = create("root", named("Mine", "mary"));
    SavedFilter open = create("root", named("Open", null));
    ListQuery<SavedFilterFilter, SavedFilterSort> all = ListQuery.all();

    assertThat(list(all.orderBy(SavedFilterSort.NAME, false))).containsExactly(open, mine);
    assertThat(list(all.with(SavedFilterFilter.NAME_LIKE, "%in%"))).containsExactly(mine);
    assertThat(list(all.with(SavedFilterFilter.NAME, "Open"))).containsExactly(open);
    assertThat(list(all.with(SavedFilterFilter.OWNER, "mary"))).containsExactly(mine);
    assertThat(list(all.with(SavedFilterFilter.FILTER_ID, open.id()))).containsExactly(open);
    assertThat(list(all.with(SavedFilterFilter.RESOURCE_TYPE, "Task"))).hasSize(2);
    assertThat(list(all.with(SavedFilterFilter.RESOURCE_TYPE, "Other"))).isEmpty();
    assertThat(list(all.page(1, 1))).containsExactly(open);
    assertThat(as("root", () -> filters().countFilters(all))).isEqualTo(2);
  }

  @Test
  void a_filter_needs_a_name_that_is_not_too_long() {
    assertThatExceptionOfType(NotValidException.class)
        .isThrownBy(() -> create("root", named("", null)));
    assertThat(catchThrowable(() -> create("root", named("n".repeat(256), null))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("256 characters");
  }

  @Test
  void one_sees_ones_own_filters_and_those_of_nobody() {
    SavedFilter mine = create("mary", named("Mine", "mary"));
    SavedFilter open = create("root", named("Open", null));
    SavedFilter other = create("root", named("Other", "peter"));

    assertThat(as("mary", () -> filters().filters(ListQuery.all()))).containsExactly(mine, open);
    assertThat(as("mary", () -> filters().countFilters(ListQuery.all()))).isEqualTo(2);
    assertThat(as("mary", () -> filters().filter(other.id()))).isEmpty();
    assertThat(filters().filters(ListQuery.all())).containsExactly(open);
  }

  @Test
  void one_changes_ones_own_filters_only() {
    SavedFilter mine = create("mary", named("Mine", "mary"));
    SavedFilter open = create("root", named("Open", null));
    SavedFilter other = create("root", named("Other", "peter"));

    assertRefused(() -> create("mary", named("Open", null)));
    assertRefused(() -> create("mary", named("Other", "peter")));
    assertRefused(() -> change("mary", mine.id(), named("Given away", "peter")));
    assertRefused(() -> change("mary", open.id(), named("Taken", "mary")));
    assertRefused(() -> delete("mary", open.id()));
    for (String id : List.of(other.id(), UNKNOWN)) {
      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> change("mary", id, named("Taken", "mary")))
          .withMessageContaining(id);
      assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> delete("mary", id));
    }
  }

  @Test
  void expressions_know_the_caller_and_the_time() {
    assertThat(as("mary", () -> filters().evaluate("${currentUser()}"))).isEqualTo("mary");
    assertThat(
            as(
                "mary",
                Set.of("sales", "accounting"),
                () -> filters().evaluate("${currentUserGroups()}")))
        .isEqualTo(List.of("accounting", "sales"));
    assertThat(filters().evaluate("${currentUser()}")).isNull();
    assertThat(filters().evaluate("${now()}")).isEqualTo(engine.clock().instant());
    assertThat(filters().evaluate("${dateTime().plusHours(2)}"))
        .isEqualTo(engine.clock().instant().plus(Duration.ofHours(2)));
    assertThat(filters().evaluate("mary")).isEqualTo("mary");
  }

  @Test
  void expressions_run_no_code() {
    for (String code : List.of("${mary.class}", "${''.getClass()}", "${unknown}")) {
      assertThat(catchThrowable(() -> filters().evaluate(code)))
          .as(code)
          .isInstanceOf(ProcessEngineException.class);
    }
  }

  private static SavedFilterDetails named(String name, String owner) {
    return new SavedFilterDetails(name, owner, QUERY, null);
  }

  private static SavedFilter create(String user, SavedFilterDetails details) {
    return as(user, () -> filters().createFilter(details));
  }

  private static void change(String user, String id, SavedFilterDetails details) {
    as(
        user,
        () -> {
          filters().saveFilter(id, details);
          return null;
        });
  }

  private static void delete(String user, String id) {
    as(
        user,
        () -> {
          filters().deleteFilter(id);
          return null;
        });
  }

  private static List<SavedFilter> list(ListQuery<SavedFilterFilter, SavedFilterSort> query) {
    return as("root", () -> filters().filters(query));
  }

  private static void assertRefused(Runnable change) {
    assertThatExceptionOfType(AuthorizationException.class).isThrownBy(change::run);
  }

  private static FilterService filters() {
    return engine.bean(FilterService.class);
  }
}
