package dev.outwork.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.openapi.RightsTable.Caller;
import dev.outwork.it.openapi.RightsTable.Reply;
import dev.outwork.it.openapi.RightsTable.Row;
import dev.outwork.it.openapi.ServedApi.Call;
import dev.outwork.it.server.LaunchedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the OpenAPI document, called by everybody, is answered as {@code rights.md}
 * says.
 */
class RightsIT {
  private static final String PASSWORD = "s:cret";

  // Of few rounds, because each request is checked.
  private static final String HASH =
      "$6$rounds=1000$outwork$3b3HqEigyW57oBn/s/Ni.u6tmP9./4NWWI00tlBnIeBYFGA.XKBJFMk.ULgx1zNiHIyDDUtTE7rTVF.KPra.x1";

  private static final List<String> GRANTS =
      List.of(
          "user worker: fetch, report on topic other-work",
          "user reader: read on process *, without variables",
          "user reader: read on decision *",
          "user operator: read, operate on process *",
          "user operator: read, operate on decision *",
          "user root: everything");

  private static final Pattern EMPTY_LIST =
      Pattern.compile("\\[\\s*]|\\{\\s*\"count\"\\s*:\\s*0\\s*}");

  private static LaunchedServer server;
  private static final Map<Caller, Client> CLIENTS = new EnumMap<>(Caller.class);
  private static RightsTable table;
  private static ServedApi api;
  private static RightsWorld world;

  @BeforeAll
  static void start() throws IOException {
    table = RightsTable.read();
    Path folder =
        Files.createDirectories(Path.of(System.getProperty("work.directory")).resolve("rights"));
    String users =
        Arrays.stream(Caller.values())
            .map(caller -> name(caller) + ":" + HASH)
            .collect(Collectors.joining("\n"));
    server =
        LaunchedServer.start(
            "rights",
            Map.of(
                "OUTWORK_USERS_FILE",
                Files.writeString(folder.resolve("users"), users).toString(),
                "OUTWORK_GRANTS_FILE",
                Files.write(folder.resolve("grants"), GRANTS).toString(),
                "OUTWORK_HISTORY_LEASE_EVENTS",
                "all",
                "OUTWORK_DB_URL",
                "jdbc:h2:mem:rights;DB_CLOSE_DELAY=-1"));
    Client nobody = new Client(server.rest().root());
    for (Caller caller : Caller.values()) {
      CLIENTS.put(caller, nobody.as(name(caller), PASSWORD));
    }
    CLIENTS.put(Caller.NOBODY, nobody);
    api = new ServedApi(CLIENTS.get(Caller.ROOT).get("/openapi.json").body());
    world = new RightsWorld(CLIENTS.get(Caller.ROOT));
    world.populate();
  }

  private static String name(Caller caller) {
    return caller.name().toLowerCase(Locale.ROOT);
  }

  @AfterAll
  static void end() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void the_table_has_every_operation_once() {
    assertThat(table.rows().stream().map(Row::operation))
        .containsExactlyInAnyOrderElementsOf(api.calls().stream().map(Call::toString).toList());
  }

  @Test
  void everybody_is_answered_as_the_table_says() {
    List<String> others = new ArrayList<>();
    Map<String, Call> calls =
        api.calls().stream().collect(Collectors.toMap(Call::toString, call -> call));

    for (Row row : table.rows()) {
      Call call = calls.get(row.operation());
      if (call != null) {
        List<Reply> replies =
            Stream.of(Caller.values()).map(caller -> reply(caller, call, row)).toList();
        if (!replies.equals(row.replies())) {
          others.add(row.withReplies(replies));
        }
      }
    }

    assertThat(others).as("rows of rights.md, as they are answered").isEmpty();
  }

  @Test
  void what_may_be_forbidden_is_documented_as_that() {
    List<String> documented =
        api.calls().stream().filter(call -> call.answers(403)).map(Call::toString).toList();
    List<String> answered =
        table.rows().stream()
            .filter(row -> row.replies().contains(Reply.FORBIDDEN))
            .map(Row::operation)
            .toList();

    assertThat(documented).containsExactlyInAnyOrderElementsOf(answered);
  }

  private static Reply reply(Caller caller, Call call, Row row) {
    Client client = CLIENTS.get(caller);
    String path = RightsPlaces.named(call);
    Answer answer = client.send(request(call, world.filled(path), world.filled(row.sent())));
    if (answer.status() == 401) {
      return Reply.UNAUTHORIZED;
    }
    // Of many reports each has its own outcome.
    if (answer.status() == 403 || answer.body().contains("AuthorizationException")) {
      return Reply.FORBIDDEN;
    }
    Reply reply = isLikeMissing(client, answer, call, row) ? nothing(call, answer) : Reply.DONE;
    if (answer.isSuccess() && !call.isGet()) {
      world.changed(path + row.sent());
    }
    return reply;
  }

  private static boolean isLikeMissing(Client client, Answer answer, Call call, Row row) {
    String names = RightsPlaces.named(call) + row.sent();
    if (EMPTY_LIST.matcher(answer.body()).matches()) {
      return true;
    }
    if (!names.contains("$")) {
      return false;
    }
    Answer missing =
        client.send(
            request(call, world.missing(RightsPlaces.named(call)), world.missing(row.sent())));
    return answer.status() == missing.status()
        && world.anonymous(answer.body(), names).equals(missing.body());
  }

  private static Reply nothing(Call call, Answer answer) {
    boolean tells = call.isGet() || !answer.isSuccess() || !answer.body().isEmpty();
    return tells ? Reply.NOTHING : Reply.ALIKE;
  }

  private static Sent request(Call call, String path, String sent) {
    if (sent.startsWith("?")) {
      return new Sent(call.method(), path + sent, null, null);
    }
    if (call.body("multipart/form-data").isObject()) {
      return RightsWorld.upload(call.method(), path);
    }
    return call.isGet() || call.method().equals("DELETE")
        ? new Sent(call.method(), path, null, null)
        : Sent.json(call.method(), path, sent.isEmpty() ? "{}" : sent);
  }
}
