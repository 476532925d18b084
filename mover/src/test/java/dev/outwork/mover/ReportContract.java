package dev.outwork.mover;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.mover.judging.BlockedGroup;
import dev.outwork.mover.judging.CodeWorkTopic;
import dev.outwork.mover.judging.DefinitionReport;
import dev.outwork.mover.judging.Difference;
import dev.outwork.mover.judging.MoveReport;
import dev.outwork.mover.judging.Reason;
import dev.outwork.mover.judging.Reporter;
import dev.outwork.mover.judging.Verdict;
import dev.outwork.mover.reading.DefinitionKind;
import dev.outwork.mover.reading.ElementCount;
import dev.outwork.mover.reading.NamedCount;
import dev.outwork.mover.reading.Standing;
import dev.outwork.mover.reading.WaitsFor;
import dev.outwork.mover.source.Source;
import dev.outwork.mover.source.SourceAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTaskQuery;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The report says what Camunda's own API says of its database. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ReportContract {
  private final List<String> listed = new ArrayList<>();
  private FilledSource filled;
  private ProcessEngine camunda;
  private MoveReport report;

  /** Creates a database. */
  abstract SourceAddress owner();

  /** Of somebody who may read it. */
  abstract SourceAddress reader();

  @BeforeAll
  void readsTheSource() {
    filled = new FilledSource(owner()).fill();
    camunda = filled.engine();
    try (Source source = Source.open(reader())) {
      report =
          Reporter.report(
              source, reader(), Instant.now(), (reason, id) -> listed.add(reason + " " + id));
    }
  }

  @AfterAll
  void closes() {
    filled.close();
  }

  private Stream<DefinitionReport> processes() {
    return report.definitions().stream()
        .filter(found -> found.definition().kind() == DefinitionKind.PROCESS);
  }

  private static String key(DefinitionReport found) {
    return found.definition().key() + found.definition().version();
  }

  private String id(String key) {
    return processes()
        .filter(found -> key(found).equals(key))
        .findFirst()
        .orElseThrow()
        .definition()
        .id();
  }

  private Stream<Standing> standings(WaitsFor kind) {
    return report.standings().stream().filter(standing -> standing.waitsFor() == kind);
  }

  @Test
  void the_version_is_that_of_the_schema_log() {
    assertThat(report.source().schemaVersion()).isEqualTo("7.24.0");
  }

  @Test
  void each_version_of_each_tenant_has_its_instances() {
    assertThat(processes()).hasSize(14);
    assertThat(processes())
        .allSatisfy(
            found ->
                assertThat(found.instances().all())
                    .as(key(found))
                    .isPositive()
                    .isEqualTo(
                        camunda
                            .getRuntimeService()
                            .createProcessInstanceQuery()
                            .processDefinitionId(found.definition().id())
                            .count()));
    assertThat(report.instances().suspended())
        .isEqualTo(camunda.getRuntimeService().createProcessInstanceQuery().suspended().count());
    assertThat(report.instances().called())
        .isEqualTo(
            camunda.getRuntimeService().createProcessInstanceQuery().list().stream()
                .filter(instance -> !instance.getRootProcessInstanceId().equals(instance.getId()))
                .count());
  }

  @Test
  void each_element_has_the_tokens_that_camundas_statistics_count() {
    for (DefinitionReport found : processes().toList()) {
      String id = found.definition().id();
      Map<String, Long> camundas =
          camunda.getManagementService().createActivityStatisticsQuery(id).list().stream()
              .collect(
                  toMap(ActivityStatistics::getId, statistic -> (long) statistic.getInstances()));
      Map<String, Long> ours =
          report.activities().stream()
              .filter(activity -> activity.definitionId().equals(id))
              .collect(toMap(ElementCount::activityId, ElementCount::count));
      assertThat(ours).as(key(found)).isNotEmpty().isEqualTo(camundas);
    }
  }

  @Test
  void external_tasks_are_counted_by_topic_with_their_locks_and_retries() {
    assertThat(standings(WaitsFor.EXTERNAL_TASK))
        .hasSize(4)
        .allSatisfy(
            standing -> {
              assertThat(standing.tokens()).isEqualTo(externalTasks(standing).count());
              assertThat(standing.locked()).isEqualTo(externalTasks(standing).locked().count());
              assertThat(standing.exhausted())
                  .isEqualTo(externalTasks(standing).noRetriesLeft().count());
            });
    assertThat(standings(WaitsFor.EXTERNAL_TASK).mapToLong(Standing::locked).sum()).isPositive();
    assertThat(standings(WaitsFor.EXTERNAL_TASK).mapToLong(Standing::exhausted).sum()).isPositive();
  }

  private ExternalTaskQuery externalTasks(Standing standing) {
    return camunda
        .getExternalTaskService()
        .createExternalTaskQuery()
        .processDefinitionId(standing.definitionId())
        .activityId(standing.activityId())
        .topicName(standing.name());
  }

  @Test
  void user_tasks_are_counted_by_element() {
    assertThat(standings(WaitsFor.USER_TASK))
        .hasSize(7)
        .allSatisfy(
            standing ->
                assertThat(standing.tokens())
                    .isEqualTo(
                        camunda
                            .getTaskService()
                            .createTaskQuery()
                            .processDefinitionId(standing.definitionId())
                            .taskDefinitionKey(standing.activityId())
                            .count()));
  }

  @Test
  void subscriptions_are_counted_by_element() {
    Map<WaitsFor, String> kinds =
        Map.of(
            WaitsFor.MESSAGE, "message",
            WaitsFor.SIGNAL, "signal",
            WaitsFor.CONDITION, "conditional",
            WaitsFor.COMPENSATION, "compensate");
    kinds.forEach(
        (kind, type) -> {
          assertThat(standings(kind))
              .as(type)
              .isNotEmpty()
              .allSatisfy(
                  standing ->
                      assertThat(standing.tokens()).isEqualTo(subscriptions(type, standing)));
          assertThat(standings(kind).mapToLong(Standing::tokens).sum())
              .isEqualTo(
                  camunda
                      .getRuntimeService()
                      .createEventSubscriptionQuery()
                      .eventType(type)
                      .count());
        });
  }

  private long subscriptions(String type, Standing standing) {
    List<String> instances =
        camunda
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processDefinitionId(standing.definitionId())
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .toList();
    return camunda
        .getRuntimeService()
        .createEventSubscriptionQuery()
        .eventType(type)
        .activityId(standing.activityId())
        .list()
        .stream()
        .filter(subscription -> instances.contains(subscription.getProcessInstanceId()))
        .count();
  }

  @Test
  void jobs_are_counted_by_element() {
    Stream.of(WaitsFor.TIMER, WaitsFor.ASYNC_JOB)
        .forEach(
            kind ->
                assertThat(standings(kind))
                    .isNotEmpty()
                    .allSatisfy(
                        standing ->
                            assertThat(standing.tokens())
                                .isEqualTo(
                                    camunda
                                        .getManagementService()
                                        .createJobQuery()
                                        .processDefinitionId(standing.definitionId())
                                        .activityId(standing.activityId())
                                        .count())));
    assertThat(standings(WaitsFor.TIMER).mapToLong(Standing::tokens).sum())
        .isEqualTo(camunda.getManagementService().createJobQuery().timers().count());
    assertThat(standings(WaitsFor.ASYNC_JOB).mapToLong(Standing::exhausted).sum()).isEqualTo(1);
    assertThat(standings(WaitsFor.OTHER_JOB)).isEmpty();
  }

  @Test
  void who_waits_at_a_join_in_a_call_or_for_several_instances_is_counted() {
    assertThat(
            report.standings().stream()
                .filter(
                    standing ->
                        List.of(WaitsFor.JOIN, WaitsFor.CALLED_PROCESS, WaitsFor.MULTI_INSTANCE)
                            .contains(standing.waitsFor())))
        .extracting(Standing::definitionId, Standing::activityId, Standing::name, Standing::tokens)
        .containsExactlyInAnyOrder(
            tuple(id("events1"), "join", null, 1L),
            tuple(id("inclusive1"), "meet", null, 1L),
            tuple(id("nested1"), "both", null, 2L),
            tuple(id("caller1"), "call", "work", 1L),
            tuple(id("callsRefused1"), "call", "refused", 1L),
            tuple(id("several1"), "pack", null, 1L),
            tuple(id("several1"), "check", null, 1L),
            tuple(id("nested1"), "inside", null, 1L));
  }

  @Test
  void incidents_are_counted_by_element_and_type() {
    assertThat(report.incidents())
        .extracting(ElementCount::activityId, ElementCount::name, ElementCount::count)
        .containsExactlyInAnyOrder(
            tuple("book", "failedJob", 1L), tuple("ship", "failedExternalTask", 1L));
    assertThat(report.incidents().stream().mapToLong(ElementCount::count).sum())
        .isEqualTo(camunda.getRuntimeService().createIncidentQuery().count());
  }

  @Test
  void a_definition_deploys_as_it_is_with_topics_or_not_at_all() {
    assertThat(with(Verdict.CODE_BECOMES_TOPICS)).containsExactly("code1");
    assertThat(with(Verdict.REFUSED)).containsExactlyInAnyOrder("refused1", "script1", "claim1");
    assertThat(report.definitions().stream().filter(found -> key(found).equals("code1")))
        .flatMap(DefinitionReport::topics)
        .containsExactly(new CodeWorkTopic("book", "com.example.Booking", "class"));
    assertThat(report.definitions())
        .allSatisfy(
            found ->
                assertThat(found.problems().isEmpty())
                    .isEqualTo(found.verdict() != Verdict.REFUSED));
  }

  private Stream<String> with(Verdict verdict) {
    return report.definitions().stream()
        .filter(found -> found.verdict() == verdict)
        .map(ReportContract::key);
  }

  @Test
  void who_cannot_go_is_grouped_by_reason_and_definition() {
    assertThat(report.blocked())
        .extracting(
            BlockedGroup::reason,
            BlockedGroup::definitionId,
            BlockedGroup::elements,
            BlockedGroup::details,
            BlockedGroup::instances)
        .containsExactly(
            tuple(Reason.DEFINITION_REFUSED, id("refused1"), List.of("sign"), List.of(), 3L),
            tuple(Reason.ELEMENT_NOT_EXECUTED, id("refused1"), List.of("sign"), List.of(), 2L),
            tuple(Reason.JAVA_VALUES, withoutTenant(), List.of(), List.of("names"), 1L),
            tuple(Reason.OF_CASE, withoutTenant(), List.of(), List.of(), 1L),
            tuple(Reason.CALL_HIERARCHY, id("callsRefused1"), List.of(), List.of(), 1L));
    assertThat(report.instances().blocked()).isEqualTo(6);
  }

  private String withoutTenant() {
    return camunda
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey("people")
        .withoutTenantId()
        .singleResult()
        .getId();
  }

  @Test
  void all_ids_of_a_group_are_listed() {
    List<String> refused =
        camunda
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey("refused")
            .list()
            .stream()
            .map(instance -> "DEFINITION_REFUSED " + instance.getId())
            .toList();

    assertThat(listed).hasSize(8).containsAll(refused);
    assertThat(report.blocked())
        .allSatisfy(group -> assertThat(group.examples()).hasSize((int) group.instances()));
  }

  @Test
  void what_is_no_process_instance_is_counted() {
    assertThat(report.remnants().cases()).containsExactly(new NamedCount("claim", 1));
    assertThat(report.remnants().batches()).containsExactly(new NamedCount("instance-deletion", 1));
    assertThat(report.remnants().standaloneTasks()).isEqualTo(1);
    assertThat(report.isAllWell()).isFalse();
  }

  @Test
  void history_that_is_not_kept_here_is_counted() {
    assertThat(report.history().endedInstances()).isZero();
    assertThat(report.history().notKept())
        .extracting(NamedCount::name)
        .containsExactly("case instances");
  }

  @Test
  void differences_are_about_what_is_there() {
    assertThat(report.differences())
        .extracting(Difference::topic, Difference::definitionKeys)
        .contains(
            tuple("Inclusive join", List.of("inclusive")),
            tuple("Activity at asyncAfter", List.of("code")),
            tuple("skipSubprocesses of a deletion", List.of("caller", "callsRefused")),
            tuple("Java serialization", List.of()));
    assertThat(report.differences().stream().map(Difference::topic).collect(toSet()))
        .doesNotContain("Cron in timeCycle", "A signal thrown by a process", "startableBy");
  }
}
