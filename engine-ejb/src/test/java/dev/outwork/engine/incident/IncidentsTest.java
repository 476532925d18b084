package dev.outwork.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.history.HistoricIncident;
import dev.outwork.api.history.HistoricIncidentFilter;
import dev.outwork.api.history.HistoricIncidentSort;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.incident.IncidentFilter;
import dev.outwork.api.incident.IncidentSort;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.incident.NewIncident.Cause;
import dev.outwork.engine.incident.NewIncident.Location;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Incidents and lists of them (docs/rest-api.md, "Retries and incidents" and "Incidents"). */
class IncidentsTest extends SharedEngineTest {
  /** start --> work (external) --> end. */
  private static final BpmnModelInstance WORK =
      Bpmn.createExecutableProcess("working")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent()
          .done();

  private ExternalTask first;
  private ExternalTask second;
  private Instant between;

  @BeforeEach
  void failTwice() {
    first = fail("out of paper");
    engine.clock().advance(Duration.ofSeconds(1));
    between = engine.clock().instant();
    engine.clock().advance(Duration.ofSeconds(1));
    second = fail("out of ink");
  }

  private ExternalTask fail(String message) {
    start(WORK);
    LockedExternalTask task = alice.fetchesOne("work");
    engine
        .externalTasks()
        .handleFailure(task.task().id(), "alice", Failure.of(message, 0, Duration.ZERO));
    return task.task();
  }

  @Test
  void an_incident_tells_what_has_happened_where() {
    Incident incident = ofFirst();

    assertThat(incident.incidentType()).isEqualTo("failedExternalTask");
    assertThat(incident.incidentMessage()).isEqualTo("out of paper");
    assertThat(incident.incidentTimestamp()).isEqualTo(between.minusSeconds(1));
    assertThat(incident.configuration()).isEqualTo(first.id());
    assertThat(incident.processDefinitionId()).isEqualTo(first.processDefinitionId());
    assertThat(incident.processInstanceId()).isEqualTo(first.processInstanceId());
    assertThat(incident.executionId()).isEqualTo(first.executionId());
    assertThat(incident.activityId()).isEqualTo("work");
    assertThat(incident.failedActivityId()).isEqualTo("work");
    assertThat(incident.causeIncidentId()).isEqualTo(incident.id());
    assertThat(incident.rootCauseIncidentId()).isEqualTo(incident.id());
    assertThat(incident.tenantId()).isNull();
    assertThat(incident.annotation()).isNull();
    assertThat(engine.incidents().incident(incident.id())).contains(incident);
  }

  @Test
  void an_incident_knows_the_line_of_the_log_that_tells_of_it() {
    assertThat(historyOf(first))
        .containsExactly(
            Rows.strings(
                    engine.database(),
                    "select id from external_task_log where external_task_id = ? and kind = 'FAILED'",
                    first.id())
                .get(0));
  }

  @Test
  void an_incident_without_a_failure_has_the_last_message_and_no_line_of_the_log() {
    engine.externalTasks().setRetries(first.id(), 1);

    engine.externalTasks().setRetries(first.id(), 0);

    assertThat(ofFirst().incidentMessage()).isEqualTo("out of paper");
    assertThat(historyOf(first)).hasSize(2).last().isNull();
  }

  private static List<String> historyOf(ExternalTask task) {
    return Rows.strings(
        engine.database(),
        "select history_configuration from incident where configuration = ? order by id",
        task.id());
  }

  @Test
  void resolved_incidents_are_not_listed() {
    Incident incident = ofFirst();

    engine.externalTasks().setRetries(first.id(), 1);

    assertThat(messages(all())).containsExactly("out of ink");
    assertThat(engine.incidents().incident(incident.id())).isEmpty();
    assertThat(engine.incidents().incident("unheard of")).isEmpty();
  }

  @Test
  void an_incident_ends_resolved_or_deleted() {
    engine.externalTasks().setRetries(first.id(), 1);
    engine.runtime().deleteProcessInstance(second.processInstanceId(), null);

    assertThat(stateOf(first)).containsExactly("RESOLVED");
    assertThat(stateOf(second)).containsExactly("DELETED");
  }

  @Test
  void only_what_nothing_else_ends_is_resolved_by_hand() {
    Incident incident = ofFirst();

    assertThatThrownBy(() -> engine.incidents().resolveIncident(incident.id()))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessage("Cannot resolve an incident of type failedExternalTask");
    assertThatThrownBy(() -> engine.incidents().resolveIncident("unheard of"))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("Cannot find an incident with id 'unheard of': incident is null");

    String id = openBySomebody(first.processInstanceId(), first.executionId());
    engine.incidents().resolveIncident(id);

    assertThat(engine.incidents().incident(id)).isEmpty();
    assertThat(engine.incidents().incident(incident.id())).isPresent();
    assertThatThrownBy(() -> engine.incidents().resolveIncident(id))
        .isInstanceOf(NotFoundException.class);
  }

  /** start --> call (working) --> end. */
  @Test
  void a_resolved_incident_ends_with_those_that_callers_have_from_it() {
    ProcessInstance caller =
        start(
            Bpmn.createExecutableProcess("calling")
                .startEvent()
                .callActivity("call")
                .calledElement("working")
                .endEvent()
                .done());
    LockedExternalTask task = alice.fetchesOne("work");

    String id = openBySomebody(task.task().processInstanceId(), task.task().executionId());
    assertThat(ofInstance(caller.id())).hasSize(1);
    engine.incidents().resolveIncident(id);

    assertThat(ofInstance(caller.id())).isEmpty();
  }

  @Test
  void a_note_stays_at_an_incident_until_it_is_replaced_or_taken_away() {
    String id = ofFirst().id();

    engine.incidents().setAnnotation(id, "paper ordered");
    engine.incidents().setAnnotation(id, "paper has come");
    assertThat(ofFirst().annotation()).isEqualTo("paper has come");

    engine.incidents().clearAnnotation(id);
    assertThat(ofFirst().annotation()).isNull();
  }

  @Test
  void a_note_needs_an_open_incident_and_has_a_length() {
    String id = ofFirst().id();
    engine.incidents().setAnnotation(id, "x".repeat(4_000));

    assertThatThrownBy(() -> engine.incidents().setAnnotation(id, "x".repeat(4_001)))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("with 4001 characters: at most 4000 are allowed");
    engine.externalTasks().setRetries(first.id(), 1);
    assertThatThrownBy(() -> engine.incidents().setAnnotation(id, "too late"))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessage("Cannot annotate incident '%s': incident is null".formatted(id));
    assertThatThrownBy(() -> engine.incidents().clearAnnotation("unheard of"))
        .isInstanceOf(BadUserRequestException.class);
  }

  private static String openBySomebody(String processInstanceId, String executionId) {
    NewIncident incident =
        NewIncident.of(
            "outOfCoffee",
            new Location(processInstanceId, "a definition", "working", executionId, "work", null),
            new Cause("the machine", null, null),
            engine.clock().instant());
    try {
      return engine.inTransaction(
          () -> {
            engine.bean(IncidentStore.class).open(incident);
            return incident.id();
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Incident> ofInstance(String processInstanceId) {
    return engine
        .incidents()
        .incidents(all().with(IncidentFilter.PROCESS_INSTANCE_ID, processInstanceId));
  }

  @Test
  void history_knows_how_incidents_have_ended() {
    ExternalTask third = fail("out of time");
    Instant end = engine.clock().instant();
    engine.externalTasks().setRetries(first.id(), 1);
    engine.runtime().deleteProcessInstance(second.processInstanceId(), null);

    HistoricIncident resolved = historic(HistoricIncidentFilter.CONFIGURATION, first.id()).get(0);
    HistoricIncident deleted = historic(HistoricIncidentFilter.CONFIGURATION, second.id()).get(0);
    HistoricIncident open = historic(HistoricIncidentFilter.CONFIGURATION, third.id()).get(0);

    assertThat(resolved.state()).isEqualTo(HistoricIncident.State.RESOLVED);
    assertThat(resolved.endTime()).isEqualTo(end);
    assertThat(resolved.createTime()).isEqualTo(between.minusSeconds(1));
    assertThat(resolved.removalTime()).isNull();
    assertThat(resolved.rootProcessInstanceId()).isEqualTo(first.processInstanceId());
    assertThat(List.of(resolved.historyConfiguration())).isEqualTo(historyOf(first));
    assertThat(deleted.state()).isEqualTo(HistoricIncident.State.DELETED);
    assertThat(deleted.removalTime()).isEqualTo(end.plus(Duration.ofDays(180)));
    assertThat(open.state()).isEqualTo(HistoricIncident.State.OPEN);
    assertThat(open.endTime()).isNull();
    assertThat(historic(HistoricIncidentFilter.RESOLVED, true)).contains(resolved);
    assertThat(historic(HistoricIncidentFilter.DELETED, true)).contains(deleted);
    assertThat(historic(HistoricIncidentFilter.OPEN, true)).containsExactly(open);
    assertThat(historic(HistoricIncidentFilter.END_TIME_BEFORE, end)).doesNotContain(resolved);
    assertThat(historic(HistoricIncidentFilter.END_TIME_AFTER, end.minusMillis(1)))
        .contains(resolved, deleted);
    assertThat(
            historic(HistoricIncidentFilter.HISTORY_CONFIGURATION, resolved.historyConfiguration()))
        .containsExactly(resolved);
  }

  @Test
  void every_filter_and_every_order_of_history_can_be_asked_for() {
    for (HistoricIncidentFilter filter : HistoricIncidentFilter.values()) {
      assertThat(historic(filter, AnyValue.of(filter)))
          .as("%s", filter)
          .hasSize(
              (int)
                  engine
                      .history()
                      .countIncidents(
                          ListQuery.<HistoricIncidentFilter, HistoricIncidentSort>all()
                              .with(filter, AnyValue.of(filter))));
    }
    for (HistoricIncidentSort key : HistoricIncidentSort.values()) {
      assertThat(
              engine
                  .history()
                  .incidents(
                      ListQuery.<HistoricIncidentFilter, HistoricIncidentSort>all()
                          .orderBy(key, false)))
          .as("%s", key)
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }

  private static List<HistoricIncident> historic(HistoricIncidentFilter filter, Object value) {
    return engine
        .history()
        .incidents(
            ListQuery.<HistoricIncidentFilter, HistoricIncidentSort>all().with(filter, value));
  }

  private static List<String> stateOf(ExternalTask task) {
    return Rows.strings(
        engine.database(), "select state from incident where configuration = ?", task.id());
  }

  @Test
  void every_filter_lists_as_many_as_it_counts() {
    for (IncidentFilter filter : IncidentFilter.values()) {
      ListQuery<IncidentFilter, IncidentSort> query = all().with(filter, AnyValue.of(filter));

      assertThat(engine.incidents().incidents(query))
          .as("%s", filter)
          .hasSize((int) engine.incidents().countIncidents(query));
    }
  }

  @Test
  void all_filters_can_be_used_at_once() {
    ListQuery<IncidentFilter, IncidentSort> query = all();
    for (IncidentFilter filter : IncidentFilter.values()) {
      query = query.with(filter, AnyValue.of(filter));
    }

    assertThat(engine.incidents().incidents(query)).isEmpty();
  }

  @Test
  void every_sort_key_sorts_both_ways() {
    for (IncidentSort key : IncidentSort.values()) {
      for (boolean ascending : List.of(true, false)) {
        assertThat(messages(all().orderBy(key, ascending))).as("%s", key).hasSize(2);
      }
    }
    assertThat(messages(all().orderBy(IncidentSort.INCIDENT_MESSAGE, true)))
        .containsExactly("out of ink", "out of paper");
    assertThat(messages(all().orderBy(IncidentSort.INCIDENT_TIMESTAMP, true)))
        .containsExactly("out of paper", "out of ink");
  }

  @Test
  void a_page_is_a_stretch_of_the_sorted_list() {
    ListQuery<IncidentFilter, IncidentSort> page =
        all().orderBy(IncidentSort.INCIDENT_TIMESTAMP, true).page(1, 1);

    assertThat(messages(page)).containsExactly("out of ink");
    assertThat(engine.incidents().countIncidents(page)).isEqualTo(2);
  }

  @Test
  void facts_of_the_incident_are_matched() {
    String id = ofFirst().id();

    for (IncidentFilter filter :
        List.of(
            IncidentFilter.INCIDENT_ID,
            IncidentFilter.CAUSE_INCIDENT_ID,
            IncidentFilter.ROOT_CAUSE_INCIDENT_ID)) {
      assertThat(messages(all().with(filter, id))).as("%s", filter).containsExactly("out of paper");
    }
    assertOnlyFirst(IncidentFilter.INCIDENT_MESSAGE, "out of paper");
    assertOnlyFirst(IncidentFilter.INCIDENT_MESSAGE_LIKE, "%paper");
    assertOnlyFirst(IncidentFilter.CONFIGURATION, first.id());
    assertOnlyFirst(IncidentFilter.EXECUTION_ID, first.executionId());
    assertOnlyFirst(IncidentFilter.PROCESS_INSTANCE_ID, first.processInstanceId());
    assertOnlyFirst(IncidentFilter.PROCESS_DEFINITION_ID, first.processDefinitionId());
    assertOnlyFirst(IncidentFilter.INCIDENT_TIMESTAMP_BEFORE, between);
    assertThat(messages(all().with(IncidentFilter.INCIDENT_TIMESTAMP_AFTER, between)))
        .containsExactly("out of ink");
    assertThat(messages(all().with(IncidentFilter.INCIDENT_TYPE, "failedExternalTask"))).hasSize(2);
    assertThat(messages(all().with(IncidentFilter.ACTIVITY_ID, "work"))).hasSize(2);
    assertThat(messages(all().with(IncidentFilter.PROCESS_DEFINITION_KEY_IN, List.of("working"))))
        .hasSize(2);
    assertThat(messages(all().with(IncidentFilter.TENANT_ID_IN, List.of("north")))).isEmpty();
  }

  private static void assertOnlyFirst(IncidentFilter filter, Object value) {
    assertThat(messages(all().with(filter, value)))
        .as("%s", filter)
        .containsExactly("out of paper");
  }

  private Incident ofFirst() {
    return engine
        .incidents()
        .incidents(all().with(IncidentFilter.CONFIGURATION, first.id()))
        .get(0);
  }

  private static List<String> messages(ListQuery<IncidentFilter, IncidentSort> query) {
    return engine.incidents().incidents(query).stream().map(Incident::incidentMessage).toList();
  }

  private static ListQuery<IncidentFilter, IncidentSort> all() {
    return ListQuery.all();
  }
}
