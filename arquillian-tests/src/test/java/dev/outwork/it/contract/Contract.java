package dev.outwork.it.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.OnServer;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one row of a table: a request such as {@code GET /external-task/<task>}, a JSON body or
 * none, and what is answered. What stands in angle brackets is a thing that {@link #name} has
 * introduced; {@code <unknown>} is an id of nothing.
 */
abstract class Contract extends OnServer {
  private static final Pattern NAME = Pattern.compile("<(?<name>[a-zA-Z]+)>");

  private final Map<String, String> names = new HashMap<>(Map.of("unknown", "no-such-thing"));

  /** Introduces a thing that rows may speak of. */
  protected final String name(String name, String value) {
    names.put(name, value);
    return value;
  }

  /** All things that rows may speak of. */
  protected final Map<String, String> names() {
    return Map.copyOf(names);
  }

  protected final Response ask(String request, String body) {
    String[] methodAndPath = resolved(request).split(" ", 2);
    RequestSpecification sent = given().baseUri(rest().root()).urlEncodingEnabled(false);
    if (body != null) {
      sent.contentType(ContentType.JSON).body(resolved(body));
    }
    return sent.request(methodAndPath[0], methodAndPath[1]);
  }

  /**
   * @param expected a part of the answer as JSON without blanks; null if the status is sufficient
   */
  protected final Response answers(String request, String body, int status, String expected) {
    Response answer = ask(request, body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    if (status == 204) {
      assertThat(answer.asString()).isEmpty();
    }
    if (expected != null) {
      // The published JavaScript client takes nothing else for JSON.
      assertThat(answer.contentType()).isEqualTo("application/json");
      assertThat(answer.asString()).contains(resolved(expected));
    }
    return answer;
  }

  /**
   * @param code what stands under {@code code}; null for null
   * @param message a piece of the message
   */
  protected final void refuses(
      String request, String body, int status, String type, Integer code, String message) {
    Response answer = ask(request, body);
    String text = answer.asString();
    assertThat(answer.statusCode()).as(text).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/json");
    Map<String, Object> error = answer.path("$");
    assertThat(error).containsKeys("type", "message", "code");
    assertThat(error).containsEntry("type", type).containsEntry("code", code);
    assertThat((String) error.get("message")).contains(message == null ? "" : resolved(message));
    assertThat(text)
        .doesNotContain("dev.outwork")
        .doesNotContain("\\tat ")
        .doesNotContainIgnoringCase("select ")
        .doesNotContain("com.fasterxml");
  }

  /** An answer that is text, or none at all. */
  protected final void assertText(String request, int status, String expected) {
    Response answer = ask(request, null);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.asString()).isEqualTo(expected == null ? "" : expected);
    if (expected != null) {
      assertThat(answer.contentType()).startsWith("text/plain");
    }
  }

  /** With the things that it speaks of in the place of their names. */
  protected final String resolved(String text) {
    return NAME.matcher(text)
        .replaceAll(
            found -> {
              String name = found.group(1);
              assertThat(names).as("things that rows may speak of").containsKey(name);
              return Matcher.quoteReplacement(names.get(name));
            });
  }
}
