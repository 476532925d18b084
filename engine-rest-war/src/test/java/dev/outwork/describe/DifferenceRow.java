package dev.outwork.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of the table of differences: {@code | `GET /task`, `/user/**` | does not accept `case*` |
 * why |}. A path stands for all its methods unless it names one; {@code *} stands for any text
 * within a path segment or a name, {@code /**} for the path and everything below.
 */
record DifferenceRow(String line, Difference.Kind kind, List<Pattern> calls, List<Pattern> words) {
  private static final Pattern ROW =
      Pattern.compile(
          "\\| (?<calls>`[^|]+`) \\| (?<phrase>[a-z ]+)(?<words>`[^|]+`)? \\|(?<why>.*)\\|");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /** Empty if the line is no such row. */
  static Optional<DifferenceRow> read(String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      return Optional.empty();
    }
    if (row.group("why").isBlank()) {
      throw new IllegalStateException("This difference has no reason: " + line);
    }
    return Optional.of(
        new DifferenceRow(
            line,
            kind(row.group("phrase").strip(), line),
            patterns(row.group("calls"), DifferenceRow::call),
            row.group("words") == null
                ? List.of()
                : patterns(row.group("words"), DifferenceRow::word)));
  }

  boolean tells(Difference difference) {
    return kind == difference.kind()
        && calls.stream().anyMatch(call -> call.matcher(difference.call().toString()).matches())
        && (difference.word() == null
            || words.stream().anyMatch(word -> word.matcher(difference.word()).matches()));
  }

  /** The patterns that match no difference, as written in the table. */
  Stream<String> idle(List<Difference> differences) {
    List<Difference> told = differences.stream().filter(this::tells).toList();
    return Stream.concat(
            calls.stream()
                .filter(
                    call ->
                        told.stream()
                            .noneMatch(one -> call.matcher(one.call().toString()).matches())),
            words.stream()
                .filter(word -> told.stream().noneMatch(one -> word.matcher(one.word()).matches())))
        .map(this::asWritten);
  }

  private String asWritten(Pattern pattern) {
    Matcher quoted = QUOTED.matcher(line);
    List<String> candidates = new ArrayList<>();
    while (quoted.find()) {
      candidates.add(quoted.group(1));
    }
    return candidates.stream()
        .filter(
            text ->
                call(text).pattern().equals(pattern.pattern())
                    || word(text).pattern().equals(pattern.pattern()))
        .findFirst()
        .orElseThrow();
  }

  private static Difference.Kind kind(String phrase, String line) {
    return Arrays.stream(Difference.Kind.values())
        .filter(kind -> kind.phrase().equals(phrase))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("'" + phrase + "' is no difference: " + line));
  }

  private static List<Pattern> patterns(String cell, Function<String, Pattern> pattern) {
    return QUOTED.matcher(cell).results().map(found -> pattern.apply(found.group(1))).toList();
  }

  private static Pattern call(String text) {
    String path = text.replace("/**", "\u0000").replace("*", "\u0001");
    String regex =
        Pattern.quote(path).replace("\u0000", "\\E(/.*)?\\Q").replace("\u0001", "\\E[^/]*\\Q");
    return Pattern.compile((text.startsWith("/") ? "[A-Z]+ " : "") + regex);
  }

  private static Pattern word(String text) {
    return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"));
  }
}
