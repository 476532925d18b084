package dev.outwork.engine.right;

import dev.outwork.engine.database.NamePatterns;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of the file of grants, such as {@code group couriers: fetch, report on topic parcel.*}.
 *
 * @param to who gets the grants
 */
record GrantLine(Grantee to, List<Grant> grants) {
  private static final String EVERYTHING = "everything";

  // Names and topics may have a colon, but none at the end of a word.
  private static final Pattern LINE = Pattern.compile("(group|user)\\s+(\\S.*?)\\s*:(?:\\s+(.*))?");
  private static final Pattern ON = Pattern.compile("(\\S.*?)\\s+on\\s+(\\S+)(?:\\s+(.+?))?");
  private static final Pattern WITHOUT_VARIABLES =
      Pattern.compile("(.*?)\\s*,\\s*without\\s+variables");
  private static final Pattern READ_METRICS = Pattern.compile("read\\s+metrics");
  private static final Pattern DEPLOY = Pattern.compile("deploy(?:\\s+in\\s+tenant(?:\\s+(.*))?)?");

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException whose message is what is wrong with it
   */
  static GrantLine read(String line) {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "expected 'group NAME: GRANT' or 'user NAME: GRANT', not '%s'".formatted(line.strip()));
    }
    Grantee to =
        parts.group(1).equals("group")
            ? Grantee.group(parts.group(2))
            : Grantee.user(parts.group(2));
    return new GrantLine(to, grants(parts.group(3) == null ? "" : parts.group(3)));
  }

  private static List<Grant> grants(String text) {
    if (text.equals(EVERYTHING)) {
      return Grant.EVERYTHING;
    }
    if (text.equals(Verb.GRANT.toString())) {
      return List.of(new Grant(Set.of(Verb.GRANT), Thing.GRANTS, NamePatterns.ANYTHING, true));
    }
    if (READ_METRICS.matcher(text).matches()) {
      return List.of(new Grant(Set.of(Verb.READ), Thing.METRICS, NamePatterns.ANYTHING, true));
    }
    Matcher deploy = DEPLOY.matcher(text);
    if (deploy.matches()) {
      boolean isAnywhere = text.equals(Verb.DEPLOY.toString());
      String pattern = isAnywhere ? NamePatterns.ANYTHING : deploy.group(1);
      return List.of(
          new Grant(Set.of(Verb.DEPLOY), Thing.TENANT, pattern(Thing.TENANT, pattern), true));
    }
    return List.of(onThings(text));
  }

  private static Grant onThings(String text) {
    Matcher without = WITHOUT_VARIABLES.matcher(text);
    boolean withVariables = !without.matches();
    Matcher on = ON.matcher(withVariables ? text : without.group(1));
    if (!on.matches()) {
      throw new IllegalArgumentException(
          "expected 'VERBS on THING NAME', 'deploy', 'deploy in tenant NAME', 'read metrics',"
              + " 'grant' or 'everything', not '%s'".formatted(text));
    }
    Thing thing = thing(on.group(2));
    Set<Verb> verbs = verbs(on.group(1), thing);
    if (!withVariables && !(thing == Thing.PROCESS && verbs.equals(Set.of(Verb.READ)))) {
      throw new IllegalArgumentException("'without variables' belongs to 'read on process NAME'");
    }
    return new Grant(verbs, thing, pattern(thing, on.group(3)), withVariables);
  }

  private static Thing thing(String word) {
    return Thing.named(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is nothing that grants can name: expected one of %s"
                        .formatted(word, list(Thing.named().stream()))));
  }

  private static Set<Verb> verbs(String text, Thing thing) {
    Set<Verb> verbs = EnumSet.noneOf(Verb.class);
    // With -1, so that an empty word at the end is found as well.
    for (String word : text.split(",", -1)) {
      verbs.add(
          thing.verbs().stream()
              .filter(verb -> verb.toString().equals(word.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "'%s' is no verb of a %s: expected %s"
                              .formatted(word.strip(), thing, list(thing.verbs().stream())))));
    }
    return verbs;
  }

  private static String pattern(Thing thing, String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("the name of the %s is missing".formatted(thing));
    }
    // Otherwise a second grant in the line would be taken for a part of the name.
    if (text.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "'%s' has a blank: each line has one grant, and a name with a blank is granted by a prefix"
              .formatted(text));
    }
    int star = text.indexOf(NamePatterns.ANYTHING);
    if (star >= 0 && star < text.length() - 1) {
      throw new IllegalArgumentException(
          "'%s' has a '*' before its end, where it stands for nothing".formatted(text));
    }
    return text;
  }

  private static String list(Stream<?> words) {
    return words.map(Object::toString).collect(Collectors.joining(", "));
  }
}
