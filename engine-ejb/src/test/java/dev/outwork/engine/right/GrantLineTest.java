package dev.outwork.engine.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.engine.database.NamePatterns;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantLineTest {
  @Test
  void several_verbs_on_topics_with_a_prefix() {
    GrantLine line = GrantLine.read("group couriers: fetch, report on topic parcel.*");

    assertThat(line.to()).isEqualTo(Grantee.group("couriers"));
    assertThat(line.grants())
        .containsExactly(new Grant(Set.of(Verb.FETCH, Verb.REPORT), Thing.TOPIC, "parcel.*", true));
  }

  @Test
  void verbs_on_all_processes() {
    assertThat(GrantLine.read("group ops: read, operate on process *").grants())
        .containsExactly(
            new Grant(Set.of(Verb.READ, Verb.OPERATE), Thing.PROCESS, NamePatterns.ANYTHING, true));
  }

  @Test
  void reading_without_variables() {
    assertThat(GrantLine.read("group auditors: read on process payment, without variables"))
        .isEqualTo(
            new GrantLine(
                Grantee.group("auditors"),
                List.of(new Grant(Set.of(Verb.READ), Thing.PROCESS, "payment", false))));
  }

  @Test
  void a_decision() {
    assertThat(GrantLine.read("user mary: operate on decision discount").grants())
        .containsExactly(new Grant(Set.of(Verb.OPERATE), Thing.DECISION, "discount", true));
  }

  @Test
  void deploying_in_a_tenant_or_anywhere() {
    assertThat(GrantLine.read("group builders: deploy in tenant acme").grants())
        .containsExactly(new Grant(Set.of(Verb.DEPLOY), Thing.TENANT, "acme", true));
    assertThat(GrantLine.read("group builders: deploy").grants())
        .containsExactly(new Grant(Set.of(Verb.DEPLOY), Thing.TENANT, NamePatterns.ANYTHING, true));
  }

  @Test
  void the_grants_themselves() {
    assertThat(GrantLine.read("user root: grant").grants())
        .containsExactly(new Grant(Set.of(Verb.GRANT), Thing.GRANTS, NamePatterns.ANYTHING, true));
  }

  @Test
  void everything() {
    assertThat(GrantLine.read("user root: everything"))
        .isEqualTo(new GrantLine(Grantee.user("root"), Grant.EVERYTHING));
  }

  @Test
  void names_may_have_colons_and_users_blanks() {
    assertThat(GrantLine.read("group urn:x:couriers: fetch on topic parcel:pack"))
        .isEqualTo(
            new GrantLine(
                Grantee.group("urn:x:couriers"),
                List.of(new Grant(Set.of(Verb.FETCH), Thing.TOPIC, "parcel:pack", true))));
    assertThat(GrantLine.read("user Mary Poppins : everything").to())
        .isEqualTo(Grantee.user("Mary Poppins"));
  }

  @Test
  void any_number_of_blanks_separates_words() {
    assertThat(GrantLine.read("  group\tcouriers :  fetch ,report   on  topic   a  "))
        .isEqualTo(GrantLine.read("group couriers: fetch, report on topic a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "couriers: fetch on topic a",
        "groups couriers: fetch on topic a",
        "group couriers fetch on topic a",
        "group : fetch on topic a",
        "Group couriers: fetch on topic a"
      })
  void a_line_begins_with_a_group_or_a_user(String line) {
    assertThatThrownBy(() -> GrantLine.read(line))
        .hasMessage("expected 'group NAME: GRANT' or 'user NAME: GRANT', not '%s'", line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fetch", "fetch topic a", "nothing", "on topic a", "deploy acme"})
  void a_grant_has_one_of_few_forms(String grant) {
    assertThatThrownBy(() -> GrantLine.read("user mary: " + grant))
        .hasMessage(
            "expected 'VERBS on THING NAME', 'deploy', 'deploy in tenant NAME', 'grant' or"
                + " 'everything', not '%s'",
            grant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fetch on queue a | 'queue' is nothing that grants can name: expected one of topic, process,"
            + " decision",
        "deploy on tenant a | 'tenant' is nothing that grants can name: expected one of topic,"
            + " process, decision",
        "lock on topic a | 'lock' is no verb of a topic: expected fetch, report, read, operate",
        "fetch on process a | 'fetch' is no verb of a process: expected read, operate",
        "read, on process a | '' is no verb of a process: expected read, operate",
        "fetch on topic | the name of the topic is missing",
        "deploy in tenant | the name of the tenant is missing",
        "fetch on topic a*b | 'a*b' has a '*' before its end, where it stands for nothing",
        "fetch on topic ** | '**' has a '*' before its end, where it stands for nothing",
        "fetch on topic a, report on topic b | 'a, report on topic b' has a blank: each line has one"
            + " grant, and a name with a blank is granted by a prefix",
        "read on process a without variables | 'a without variables' has a blank: each line has one"
            + " grant, and a name with a blank is granted by a prefix",
        "read on topic a, without variables | 'without variables' belongs to 'read on process NAME'",
        "read, operate on process a, without variables | 'without variables' belongs to 'read on"
            + " process NAME'"
      },
      quoteCharacter = '`')
  void what_is_wrong_is_said(String grant, String fault) {
    assertThatThrownBy(() -> GrantLine.read("user mary: " + grant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(fault);
  }
}
