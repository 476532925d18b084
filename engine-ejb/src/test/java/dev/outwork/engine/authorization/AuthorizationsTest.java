package dev.outwork.engine.authorization;

import static dev.outwork.engine.testkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.identity.AuthorizationService;
import dev.outwork.engine.database.Settings;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What consoles made for Camunda 7 are told that a caller may do. */
class AuthorizationsTest {
  private static final List<String> GRANTS =
      List.of(
          "user reader: read on process pay*",
          "user auditor: read on process payment, without variables",
          "user ops: read, operate on process *",
          "user builder: deploy",
          "user dmn: operate on decision price",
          "user keeper: grant",
          "user root: everything");

  @TempDir static Path folder;
  private static TestEngine engine;

  @BeforeAll
  static void startEngine() throws IOException {
    Path file = Files.write(folder.resolve("grants"), GRANTS);
    System.setProperty(Settings.GRANTS_FILE, file.toString());
    engine = TestEngine.on(TestDatabase.H2);
  }

  @AfterAll
  static void stopEngine() {
    engine.close();
    System.clearProperty(Settings.GRANTS_FILE);
  }

  /** The number is that of Camunda 7's kind of resource. */
  @ParameterizedTest
  @CsvSource({
    // Applications.
    "reader,  ACCESS,                 0, cockpit, true",
    // Users.
    "root,    READ,                   1, *,       true",
    "root,    CREATE,                 1, *,       false",
    // Authorizations.
    "ops,     READ,                   4, *,       false",
    "keeper,  READ,                   4, *,       true",
    "root,    CREATE,                 4, *,       false",
    // Process definitions.
    "reader,  READ,                   6, payment, true",
    "reader,  READ_HISTORY,           6, payment, true",
    "reader,  READ_INSTANCE_VARIABLE, 6, payment, true",
    "reader,  CREATE_INSTANCE,        6, payment, false",
    "reader,  READ,                   6, parcel,  false",
    "reader,  READ,                   6, *,       false",
    "reader,  NONE,                   6, parcel,  true",
    "auditor, READ,                   6, payment, true",
    "auditor, READ_INSTANCE_VARIABLE, 6, payment, false",
    "ops,     READ,                   6, *,       true",
    "ops,     UPDATE_INSTANCE,        6, parcel,  true",
    "ops,     ALL,                    6, ,        true",
    "stranger,READ,                   6, payment, false",
    // Tasks and process instances, whose ids may be of any process.
    "reader,  READ,                   7, 4711,    false",
    "ops,     TASK_ASSIGN,            7, 4711,    true",
    "ops,     UPDATE_VARIABLE,        8, *,       true",
    "ops,     READ_VARIABLE,          19, *,      true",
    "reader,  READ,                   20, *,      false",
    // Deployments.
    "reader,  READ,                   9, *,       true",
    "reader,  CREATE,                 9, *,       false",
    "builder, CREATE,                 9, *,       true",
    // Decisions.
    "dmn,     CREATE_INSTANCE,        10, price,  true",
    "dmn,     CREATE_INSTANCE,        10, discount, false",
    "dmn,     READ,                   10, price,  false",
    // Batches.
    "ops,     CREATE_BATCH_SET_JOB_RETRIES, 13, *, true",
    "reader,  CREATE_BATCH_SET_JOB_RETRIES, 13, *, false",
    // What the engine does not have.
    "root,    READ,                   15, *,      false",
    "root,    ALL,                    6, *,       true",
  })
  void a_caller_may_what_the_grants_say(
      String user, String permission, int resourceType, String resourceId, boolean isAuthorized) {
    assertThat(as(user, () -> service().isAuthorized(permission, resourceType, resourceId)))
        .isEqualTo(isAuthorized);
  }

  @Test
  void what_does_not_exist_cannot_be_permitted() {
    assertThatThrownBy(() -> service().isAuthorized("FLY", 6, "payment"))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessage("The permission 'FLY' is not valid for 'PROCESS_DEFINITION' resource type.");
    assertThatThrownBy(() -> service().isAuthorized("READ", 22, "*"))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessage("There is no resource type 22");
    assertThatThrownBy(() -> service().isAuthorized("READ", -1, "*"))
        .isInstanceOf(BadUserRequestException.class);
  }

  private static AuthorizationService service() {
    return engine.bean(AuthorizationService.class);
  }
}
