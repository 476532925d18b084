package dev.outwork.engine.batch;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.engine.database.Row;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whoever has created a batch: it works with the rights that this user has when an element's turn
 * comes, as a member of the groups at the time of the creation.
 */
record Creator(String name, Set<String> groups) {
  /** The user of this thread, if there is one. */
  static Optional<Creator> caller() {
    return AuthenticatedUser.name().map(name -> new Creator(name, AuthenticatedUser.groups()));
  }

  /** Empty if the engine has created it by itself, or nobody had to log in then. */
  static Optional<Creator> read(Row row) {
    return Optional.ofNullable(row.text("created_by"))
        .map(name -> new Creator(name, groups(row.text("created_by_groups"))));
  }

  /** The groups as they are stored. */
  String groupsAsJson() {
    return Json.createArrayBuilder(groups).build().toString();
  }

  private static Set<String> groups(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonString.class).stream()
          .map(JsonString::getString)
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
