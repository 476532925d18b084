package dev.outwork.it.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who may call what: the rows of {@code rights.md}. */
record RightsTable(List<Row> rows) {
  private static final String FILE = "/rights.md";
  private static final int PARTS = 2 + Caller.values().length;

  /** Who calls; the file has their grants. */
  enum Caller {
    NOBODY,
    WORKER,
    READER,
    OPERATOR,
    ROOT
  }

  /** What a caller is answered; the file explains the words. */
  enum Reply {
    UNAUTHORIZED("401"),
    FORBIDDEN("403"),
    NOTHING("none"),
    ALIKE("alike"),
    DONE("ok");

    private final String word;

    Reply(String word) {
      this.word = word;
    }

    static Optional<Reply> of(String cell) {
      // What stands after it is for readers.
      String word = cell.split(" ")[0];
      return Arrays.stream(values()).filter(reply -> reply.word.equals(word)).findFirst();
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * One operation.
   *
   * @param operation method and path, as in the document
   * @param sent a query that begins with {@code ?}, a body, or nothing; with names of {@link
   *     RightsWorld}
   */
  record Row(String operation, List<Reply> replies, String sent) {
    String withReplies(List<Reply> others) {
      List<String> cells = new ArrayList<>(List.of("`" + operation + "`"));
      others.forEach(reply -> cells.add(reply.toString()));
      cells.add(sent.isEmpty() ? "" : "`" + sent + "`");
      return "| " + String.join(" | ", cells) + " |";
    }
  }

  static RightsTable read() throws IOException {
    try (InputStream file = RightsTable.class.getResourceAsStream(FILE)) {
      List<Row> rows =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("| `"))
              .map(RightsTable::row)
              .toList();
      return new RightsTable(rows);
    }
  }

  private static Row row(String line) {
    List<String> cells =
        Arrays.stream(line.substring(1).split("\\|", PARTS)).map(String::strip).toList();
    List<Reply> replies =
        cells.subList(1, PARTS - 1).stream()
            .map(
                cell ->
                    Reply.of(cell)
                        .orElseThrow(
                            () -> new IllegalStateException("'%s' in: %s".formatted(cell, line))))
            .toList();
    String sent = cells.get(PARTS - 1).replaceFirst("\\|$", "").strip();
    return new Row(withoutTicks(cells.get(0)), replies, withoutTicks(sent));
  }

  private static String withoutTicks(String cell) {
    return cell.replace("`", "");
  }
}
