package dev.outwork.engine.right;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RightsTest {
  @Test
  void a_grant_gives_its_verbs_on_its_things_and_nothing_else() {
    Rights rights = rights("fetch on topic parcel.*");

    assertThat(rights.allow(Verb.FETCH, Thing.TOPIC, "parcel.pack")).isTrue();
    assertThat(rights.allow(Verb.FETCH, Thing.TOPIC, "parcel.")).isTrue();
    assertThat(rights.allow(Verb.FETCH, Thing.TOPIC, "parcel")).isFalse();
    assertThat(rights.allow(Verb.FETCH, Thing.TOPIC, "Parcel.pack")).isFalse();
    assertThat(rights.allow(Verb.REPORT, Thing.TOPIC, "parcel.pack")).isFalse();
    assertThat(rights.allow(Verb.READ, Thing.PROCESS, "parcel.pack")).isFalse();
    assertThat(rights.areAll()).isFalse();
  }

  @Test
  void several_grants_add_up() {
    Rights rights = rights("fetch on topic a", "fetch on topic b*", "report on topic a");

    assertThat(rights.allow(Verb.FETCH, Thing.TOPIC, "a")).isTrue();
    assertThat(rights.allow(Verb.FETCH, Thing.TOPIC, "bc")).isTrue();
    assertThat(rights.allow(Verb.REPORT, Thing.TOPIC, "a")).isTrue();
    assertThat(rights.allow(Verb.REPORT, Thing.TOPIC, "bc")).isFalse();
  }

  @Test
  void variables_are_shown_unless_every_grant_is_without_them() {
    Rights without = rights("read on process *, without variables");
    Rights both = rights("read on process *, without variables", "read on process payment");

    assertThat(without.allow(Verb.READ, Thing.PROCESS, "payment")).isTrue();
    assertThat(without.showVariablesOf("payment")).isFalse();
    assertThat(both.showVariablesOf("payment")).isTrue();
    assertThat(both.showVariablesOf("shipment")).isFalse();
  }

  @Test
  void deploying_in_one_tenant_is_not_deploying_without_a_tenant() {
    assertThat(rights("deploy in tenant acme").allow(Verb.DEPLOY, Thing.TENANT, "acme")).isTrue();
    assertThat(rights("deploy in tenant acme").allow(Verb.DEPLOY, Thing.TENANT, "")).isFalse();
    assertThat(rights("deploy").allow(Verb.DEPLOY, Thing.TENANT, "")).isTrue();
  }

  @Test
  void rights_are_told_in_the_words_of_the_file() {
    Rights rights = rights("fetch, report on topic parcel.*", "fetch on topic a", "deploy");

    assertThat(rights.told().get("topic"))
        .containsEntry("fetch", List.of("parcel.*", "a"))
        .containsEntry("report", List.of("parcel.*"))
        .containsEntry("operate", List.of());
    assertThat(rights.told().get("process")).containsEntry("operate", List.of());
    assertThat(rights.told().get("tenant")).containsEntry("deploy", List.of("*"));
  }

  @Test
  void everything_is_all_rights_however_it_is_written() {
    assertThat(rights("everything")).isSameAs(Rights.ALL);
    assertThat(
            rights(
                "fetch, report, read, operate on topic *",
                "read, operate on process *",
                "read, operate on decision *",
                "deploy",
                "grant",
                "read metrics"))
        .isSameAs(Rights.ALL);
    assertThat(
            rights(
                "fetch, report, read, operate on topic *",
                "operate on process *",
                "read on process *, without variables",
                "read, operate on decision *",
                "deploy",
                "grant",
                "read metrics"))
        .isNotSameAs(Rights.ALL);
  }

  @Test
  void nobody_may_do_anything_without_a_grant() {
    for (Thing thing : Thing.values()) {
      for (Verb verb : Verb.values()) {
        assertThat(Rights.NONE.allow(verb, thing, "a")).isFalse();
        assertThat(Rights.ALL.allow(verb, thing, "a")).isTrue();
      }
    }
  }

  @Test
  void a_user_has_the_grants_of_its_name_and_of_its_groups() {
    GrantBook book =
        new GrantBook(
            List.of(
                GrantLine.read("group couriers: fetch on topic a"),
                GrantLine.read("group packers: fetch on topic b"),
                GrantLine.read("user mary: fetch on topic c"),
                GrantLine.read("user couriers: fetch on topic d")));

    assertThat(fetchable(book.of("mary", Set.of("couriers", "packers"))))
        .containsExactly("a", "b", "c");
    assertThat(fetchable(book.of("john", Set.of("couriers")))).containsExactly("a");
    assertThat(fetchable(book.of("packers", Set.of()))).isEmpty();
  }

  @Test
  void rights_are_compiled_once_for_each_name_and_set_of_groups() {
    GrantBook book = new GrantBook(List.of(GrantLine.read("group couriers: fetch on topic a")));

    assertThat(book.of("mary", Set.of("couriers", "packers")))
        .isSameAs(book.of("mary", Set.of("packers", "couriers")));
  }

  private static List<String> fetchable(Rights rights) {
    return Stream.of("a", "b", "c", "d")
        .filter(topic -> rights.allow(Verb.FETCH, Thing.TOPIC, topic))
        .toList();
  }

  private static Rights rights(String... grants) {
    return Rights.of(
        Stream.of(grants)
            .flatMap(grant -> GrantLine.read("user mary: " + grant).grants().stream())
            .toList());
  }
}
