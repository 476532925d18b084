package dev.outwork.rest.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.outwork.api.NotValidException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.CreateTimeOrder;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchAndLockDtoTest {
  @Test
  void requests_of_the_java_client_are_understood() {
    FetchAndLock request =
        read("""
                {"workerId":"w","maxTasks":10,"usePriority":true,
                 "sorting":[{"sortBy":"createTime","sortOrder":"desc"},
                            {"sortBy":"createTime","sortOrder":"desc"}],
                 "topics":[{"topicName":"archive","lockDuration":20000,"variables":null,
                   "localVariables":false,"businessKey":null,"processDefinitionId":null,
                   "processDefinitionIdIn":null,"processDefinitionKey":null,
                   "processDefinitionKeyIn":null,"processDefinitionVersionTag":null,
                   "processVariables":null,"withoutTenantId":false,"tenantIdIn":null,
                   "includeExtensionProperties":false}]}""")
            .toFetchAndLock();

    assertThat(request)
        .isEqualTo(
            new FetchAndLock(
                "w",
                10,
                true,
                CreateTimeOrder.DESCENDING,
                List.of(Topic.of("archive", Duration.ofSeconds(20)))));
  }

  @Test
  void the_last_entry_of_a_repeated_topic_counts() {
    FetchAndLock request =
        read("{'topics':[{'topicName':'a','lockDuration':1},{'topicName':'a','lockDuration':2}]}")
            .toFetchAndLock();

    assertThat(request.topics()).containsExactly(Topic.of("a", Duration.ofMillis(2)));
  }

  @Test
  void an_id_and_a_list_of_ids_must_both_match() {
    FetchAndLock request =
        read("{'topics':["
                + "{'topicName':'a','processDefinitionId':'1','processDefinitionIdIn':['1','2']},"
                + "{'topicName':'b','processDefinitionKey':'1','processDefinitionKeyIn':['2']}]}")
            .toFetchAndLock();

    assertThat(request.topics()).extracting(Topic::topicName).containsExactly("a");
    assertThat(request.topics().get(0).processDefinitionIds()).containsExactly("1");
  }

  @Test
  void no_variables_is_not_the_same_as_all_variables() {
    FetchAndLock request =
        read("{'topics':[{'topicName':'a','variables':[]},{'topicName':'b'}]}").toFetchAndLock();

    assertThat(request.topics().get(0).variables()).isEmpty();
    assertThat(request.topics().get(1).variables()).isNull();
  }

  @Test
  void extension_properties_asked_for_at_the_top_hold_for_topics_that_do_not_say() {
    FetchAndLock request =
        read("{'includeExtensionProperties':true,'topics':[{'topicName':'a'},"
                + "{'topicName':'b','includeExtensionProperties':false}]}")
            .toFetchAndLock();

    assertThat(request.topics())
        .extracting(Topic::includeExtensionProperties)
        .containsExactly(true, false);
  }

  @Test
  void process_variables_are_bare_values() {
    FetchAndLock request =
        read("{'topics':[{'topicName':'a','processVariables':{'x':5,'y':null}}]}").toFetchAndLock();

    assertThat(request.topics().get(0).processVariables())
        .isEqualTo(Map.of("x", TypedValue.integer(5), "y", TypedValue.NULL));
  }

  @Test
  void a_structure_among_them_fails_in_the_words_of_the_reference() {
    FetchAndLockDto sent = read("{'topics':[{'topicName':'a','processVariables':{'x':{}}}]}");

    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(sent::toFetchAndLock)
        .withMessage("Object values cannot be used to query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'sorting':[{'sortBy':'id','sortOrder':'asc'}]}",
        "{'sorting':[{'sortBy':'createTime','sortOrder':'DESC'}]}",
        "{'sorting':[{'sortBy':'createTime','sortOrder':''}]}",
        "{'topics':[{'topicName':'a','tenantIdIn':[null]}]}"
      })
  void invalid_requests_are_refused(String json) {
    FetchAndLockDto sent = read(json);

    assertThatExceptionOfType(RestException.class)
        .isThrownBy(sent::toFetchAndLock)
        .extracting(RestException::status)
        .isEqualTo(400);
  }

  @Test
  void a_key_without_a_direction_is_not_valid_and_a_direction_without_a_key_is_missing_one() {
    assertThatExceptionOfType(NotValidException.class)
        .isThrownBy(() -> read("{'sorting':[{'sortBy':'createTime'}]}").toFetchAndLock());
    assertThatExceptionOfType(NullValueException.class)
        .isThrownBy(() -> read("{'sorting':[{'sortOrder':'asc'}]}").toFetchAndLock());
  }

  @Test
  void more_topics_than_anybody_needs_are_refused() {
    String topics = "{'topicName':'a'},".repeat(1000) + "{'topicName':'a'}";

    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> read("{'topics':[" + topics + "]}").toFetchAndLock())
        .withMessageContaining("1001");
  }

  @Test
  void a_worker_may_wait_half_an_hour_and_not_a_millisecond_longer() {
    assertThat(read("{'asyncResponseTimeout':1800000}").timeout()).contains(Duration.ofMinutes(30));
    assertThat(read("{}").timeout()).isEmpty();
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> read("{'asyncResponseTimeout':1800001}").timeout());
  }

  private static FetchAndLockDto read(String json) {
    try {
      return Json.MAPPER.readValue(json.replace('\'', '"'), FetchAndLockDto.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
