package dev.outwork.it.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A world with one instance that waits at four activities: {@code work} (external task), {@code
 * receive} (receive task), {@code flagged} (signal) and {@code sign} (user task). Rows speak of
 * {@code <instance>}, its {@code <businessKey>} and {@code <definition>}, and of each activity's
 * execution by the activity's name.
 */
abstract class StandingInstance extends Contract {
  private String instance;

  @BeforeEach
  void startInstance() throws IOException {
    try (InputStream model = getClass().getResourceAsStream("/processes/standing.bpmn")) {
      String deployment =
          rest().deploy("standing.bpmn", model.readAllBytes()).statusCode(200).extract().path("id");
      name("deployment", deployment);
    }
    name("businessKey", UUID.randomUUID().toString());
    instance =
        answers(
                "POST /process-definition/key/standing/start",
                """
                {"businessKey":"<businessKey>",
                 "variables":{"color":{"value":"red"},"amount":{"value":5},
                              "when":{"value":"2026-03-01T09:00:00.000+0000","type":"Date"}}}
                """,
                200,
                null)
            .path("id");
    name("instance", instance);
    name("definition", ask("GET /process-instance/<instance>", null).path("definitionId"));
    for (String activity : new String[] {"work", "receive", "flagged", "sign"}) {
      name(
          activity,
          ask("GET /execution?processInstanceId=<instance>&activityId=" + activity, null)
              .path("[0].id"));
    }
  }

  @AfterEach
  void endInstance() {
    ask("DELETE /deployment/<deployment>?cascade=true", null);
  }
}
