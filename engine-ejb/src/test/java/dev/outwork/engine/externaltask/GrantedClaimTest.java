package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.engine.right.ManyGrants;
import dev.outwork.engine.right.Rights;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Grants restrict a fetch before its claim: the statement, its plan and its cost are those of the
 * topics that are left, however many grants there are. {@link ClaimCostTest} has the plan.
 */
class GrantedClaimTest {
  private final TaskRights rights = new TaskRights(ManyGrants.toFetch(1_000), "ann");

  private static FetchAndLock request(String... topics) {
    return FetchAndLock.of(
        "worker",
        10,
        List.of(topics).stream()
            .map(topic -> Topic.of(topic, Duration.ofMinutes(5)))
            .toArray(Topic[]::new));
  }

  private static String claim(FetchAndLock request) {
    return Claim.text(
        request,
        IntStream.range(0, request.topics().size())
            .mapToObj(i -> new TopicArm(request.topics().get(i), i, null))
            .toList());
  }

  @Test
  void a_thousand_grants_claim_by_the_same_statement_as_everything() {
    FetchAndLock request = request("parcel.999.pack", "name.7");
    TaskRights everything = new TaskRights(Rights.ALL, "ann");

    assertThat(claim(rights.fetchable(request))).isEqualTo(claim(everything.fetchable(request)));
  }

  @Test
  void topics_that_may_not_be_fetched_are_not_in_the_statement() {
    FetchAndLock more = request("parcel.1000.pack", "parcel.999.pack", "name", "name.7");
    FetchAndLock permitted = request("parcel.999.pack", "name.7");

    assertThat(rights.fetchable(more)).isEqualTo(permitted.by("ann"));
  }

  /** Nothing is bound, so that nothing is sent to the database. */
  @Test
  void a_claim_of_nobody_in_particular_has_no_parameter_for_a_user() {
    FetchAndLock request = request("name.7");

    assertThat(claim(TaskRights.ALL.fetchable(request)))
        .contains("locked_by = null")
        .doesNotContain(":user");
    assertThat(claim(rights.fetchable(request))).contains("locked_by = :user");
  }
}
