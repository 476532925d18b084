package dev.outwork.engine.history;

import static dev.outwork.engine.testkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.history.UserOperation;
import dev.outwork.api.history.UserOperationService;
import dev.outwork.engine.database.Settings;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;

/** Who sees the operation log once there are grants. */
class UserOperationRightsTest {
  private static final List<String> GRANTS =
      List.of(
          "user reader: read on process payment",
          "user auditor: read on process payment, without variables",
          "user stranger: read, operate on process shipment",
          "user root: everything");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_log_shows_what_was_done_with_processes_that_one_may_read(TestDatabase database)
      throws IOException {
    Path file = Files.write(folder.resolve("grants"), GRANTS);
    System.setProperty(Settings.GRANTS_FILE, file.toString());
    try (TestEngine engine = TestEngine.on(database)) {
      as(
          "root",
          () ->
              engine.deploy(
                  Bpmn.createExecutableProcess("payment").startEvent().userTask().done()));
      as("root", () -> engine.start("payment", Map.of("amount", 5)));
      UserOperationService log = engine.bean(UserOperationService.class);

      assertThat(as("root", () -> log.userOperations(ListQuery.all())))
          .extracting(UserOperation::entityType)
          .contains("Deployment", "ProcessInstance");
      for (String who : List.of("reader", "auditor")) {
        assertThat(as(who, () -> log.userOperations(ListQuery.all())))
            .extracting(UserOperation::entityType)
            .containsExactly("ProcessInstance");
        assertThat(as(who, () -> log.countUserOperations(ListQuery.all()))).isEqualTo(1);
      }
      assertThat(as("stranger", () -> log.userOperations(ListQuery.all()))).isEmpty();
      assertThat(as("stranger", () -> log.countUserOperations(ListQuery.all()))).isZero();
      assertThat(log.userOperations(ListQuery.all())).isEmpty();

      String started = as("reader", () -> log.userOperations(ListQuery.all())).get(0).operationId();
      assertThatThrownBy(() -> as("reader", () -> annotate(log, started)))
          .isInstanceOf(AuthorizationException.class);
      assertThatThrownBy(() -> as("stranger", () -> annotate(log, started)))
          .isInstanceOf(BadUserRequestException.class)
          .hasMessage("Cannot annotate operation '%s': operations is empty".formatted(started));
      as("root", () -> annotate(log, started));
      assertThat(as("reader", () -> log.userOperations(ListQuery.all())))
          .extracting(UserOperation::annotation)
          .containsExactly("seen");
    } finally {
      System.clearProperty(Settings.GRANTS_FILE);
    }
  }

  private static Void annotate(UserOperationService log, String operationId) {
    log.setAnnotation(operationId, "seen");
    return null;
  }
}
