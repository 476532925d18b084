package dev.outwork.it.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outwork.it.openapi.ServedApi.Call;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes requests of the document's calls: mostly as it says, with something odd here and there. */
final class Requests {
  private static final String JSON = "application/json";
  private static final String FORM = "multipart/form-data";
  private static final String BOUNDARY = "0123456789abcdef";
  private static final int DEEPEST = 6;
  private static final int LONGEST_IN_ADDRESS = 300;
  private static final int MOST_PARAMETERS = 4;

  private static final List<String> WITH_BODY = List.of("POST", "PUT");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "OPTIONS");
  private static final List<String> MEDIA_TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "application/json;charset=utf-16",
          "application/json;charset=no-such",
          "nonsense",
          "*/*",
          "application/problem+json");

  private final ServedApi api;
  private final Places places;
  private final Random random;
  private final Odd odd;
  private final byte[] model;

  Requests(ServedApi api, Places places, Random random, byte[] model) {
    this.api = api;
    this.places = places;
    this.random = random;
    this.odd = new Odd(random);
    this.model = model;
  }

  /** A request, and the call that it is meant for. */
  record Attempt(Call call, Sent sent) {}

  Attempt next() {
    Call call = odd.one(api.calls());
    String method = isOneOf(40) ? odd.one(METHODS) : call.method();
    String path = path(call) + query(call);
    // With other methods a server refuses a body itself.
    return new Attempt(
        call,
        WITH_BODY.contains(method)
            ? withBody(call, method, path)
            : new Sent(method, path, null, null));
  }

  private Sent withBody(Call call, String method, String path) {
    if (call.body(JSON).isObject()) {
      return new Sent(method, path, mediaType(JSON), json(call.body(JSON)));
    }
    if (call.body(FORM).isObject()) {
      String form = FORM + "; boundary=" + BOUNDARY;
      return new Sent(method, path, mediaType(form), form(call.body(FORM)));
    }
    return isOneOf(20)
        ? new Sent(method, path, mediaType(JSON), odd.json().getBytes(StandardCharsets.UTF_8))
        : new Sent(method, path, null, null);
  }

  private String path(Call call) {
    String real = isOneOf(3) ? null : places.any(call.path(), random);
    String path = real == null ? call.path() : real;
    while (path.contains("{")) {
      String text = odd.text();
      // An empty id would address the parent path.
      String value = text.isEmpty() ? "no-such-thing" : text;
      int start = path.indexOf('{');
      path = path.substring(0, start) + encoded(value) + path.substring(path.indexOf('}') + 1);
    }
    return isOneOf(60) ? "/engine/default" + path : path;
  }

  private String query(Call call) {
    List<String> parameters = new ArrayList<>();
    for (JsonNode parameter : call.queryParameters()) {
      if (isOneOf(8)) {
        String name = parameter.path("name").asText();
        String value = isOneOf(2) ? odd.text() : text(name, parameter.path("schema"));
        parameters.add(name + "=" + encoded(value));
      }
    }
    if (isOneOf(20)) {
      parameters.add(encoded(odd.text()) + "=" + encoded(odd.text()));
    }
    if (isOneOf(30)) {
      parameters.add(odd.one(List.of("", "&", "=", "firstResult", "maxResults=1&maxResults=x")));
    }
    if (isOneOf(30)) {
      parameters.addAll(List.copyOf(parameters));
    }
    Collections.shuffle(parameters, random);
    List<String> few = parameters.subList(0, Math.min(MOST_PARAMETERS, parameters.size()));
    return few.isEmpty() ? "" : "?" + String.join("&", few);
  }

  private byte[] json(JsonNode schema) {
    if (isOneOf(25)) {
      return odd.noJson().getBytes(StandardCharsets.UTF_8);
    }
    if (isOneOf(100)) {
      return new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
    }
    String body = isOneOf(30) ? odd.json() : value("", schema, DEEPEST);
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private String value(String name, JsonNode given, int levels) {
    JsonNode schema = api.resolved(given);
    if (isOneOf(12)) {
      return odd.json();
    }
    return switch (schema.path("type").asText()) {
      case "object" -> levels == 0 ? "{}" : object(schema, levels - 1);
      case "array" -> levels == 0 ? "[]" : array(name, schema.path("items"), levels - 1);
      case "integer" -> odd.one(List.of("0", "1", "2", "100", "-1"));
      case "boolean" -> String.valueOf(random.nextBoolean());
      case "string" -> Odd.quoted(text(name, schema));
      default -> odd.json();
    };
  }

  private String object(JsonNode schema, int levels) {
    List<String> pairs = new ArrayList<>();
    // Of a query with many filters only a few, or nothing is ever found.
    int rarity = schema.path("properties").size() > 20 ? 8 : 2;
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (isOneOf(rarity)) {
        String value = value(property.getKey(), property.getValue(), levels);
        pairs.add(Odd.quoted(property.getKey()) + ": " + value);
      }
    }
    if (schema.path("additionalProperties").isObject()) {
      String name = odd.one(List.of("text", "number", "bytes", odd.text()));
      pairs.add(Odd.quoted(name) + ": " + value(name, schema.path("additionalProperties"), levels));
    }
    if (isOneOf(15)) {
      pairs.add(Odd.quoted(odd.text()) + ": " + odd.json());
    }
    if (isOneOf(30) && !pairs.isEmpty()) {
      pairs.add(pairs.get(0));
    }
    return "{" + String.join(", ", pairs) + "}";
  }

  private String array(String name, JsonNode items, int levels) {
    List<String> values = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      values.add(value(name.replaceFirst("s$", ""), items, levels));
    }
    return "[" + String.join(", ", values) + "]";
  }

  private String text(String name, JsonNode schema) {
    if (schema.has("enum")) {
      return odd.one(new ArrayList<>(texts(schema.path("enum"))));
    }
    List<String> known = places.known(name.replaceFirst("(In|NotIn|Like)$", ""));
    if (!known.isEmpty() && !isOneOf(4)) {
      return odd.one(known);
    }
    return isOneOf(3) ? odd.text() : new Examples().text(schema);
  }

  private byte[] form(JsonNode schema) {
    List<byte[]> pieces = new ArrayList<>();
    for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
      if (part.getValue().path("format").asText().equals("binary")) {
        byte[] content = isOneOf(3) ? odd.text().getBytes(StandardCharsets.UTF_8) : model;
        String filename = odd.one(List.of("a.bpmn", "a.txt", "", odd.text().replace("\"", "")));
        pieces.add(part(part.getKey() + "\"; filename=\"" + oneLine(filename), content));
      } else if (isOneOf(3)) {
        pieces.add(part(part.getKey(), odd.text().getBytes(StandardCharsets.UTF_8)));
      }
    }
    if (isOneOf(20)) {
      Collections.shuffle(pieces, random);
      pieces.remove(0);
    }
    pieces.add(
        ("--" + BOUNDARY + (isOneOf(20) ? "" : "--") + "\r\n").getBytes(StandardCharsets.UTF_8));
    return joined(pieces);
  }

  private static byte[] part(String name, byte[] content) {
    String head =
        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
    return joined(
        List.of(
            head.getBytes(StandardCharsets.UTF_8),
            content,
            "\r\n".getBytes(StandardCharsets.UTF_8)));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n]", "");
  }

  private static byte[] joined(List<byte[]> pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    pieces.forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  private String mediaType(String right) {
    return isOneOf(40) ? odd.one(MEDIA_TYPES) : right;
  }

  // A server does not take addresses of any length.
  private static String encoded(String text) {
    return Places.encoded(
        text.length() <= LONGEST_IN_ADDRESS ? text : text.substring(0, LONGEST_IN_ADDRESS));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(entry -> texts.add(entry.asText()));
    return texts;
  }

  private boolean isOneOf(int many) {
    return random.nextInt(many) == 0;
  }
}
