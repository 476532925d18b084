package dev.outwork.describe;

import dev.outwork.describe.ApiDocument.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A difference between our document and that of Camunda 7 at one call.
 *
 * @param word a property or parameter; null if the call as a whole differs
 */
record Difference(Kind kind, Call call, String word) {
  /** The kinds of differences, with their wording in the table. */
  enum Kind {
    CALL_MISSING("missing"),
    WORD_NOT_TAKEN("does not accept"),
    WORD_NOT_ANSWERED("does not return"),
    CALL_MORE("extension"),
    WORD_TAKEN_MORE("also accepts"),
    WORD_ANSWERED_MORE("also returns");

    private final String phrase;

    Kind(String phrase) {
      this.phrase = phrase;
    }

    String phrase() {
      return phrase;
    }
  }

  static List<Difference> between(ApiDocument ours, ApiDocument reference) {
    List<Difference> found = new ArrayList<>();
    reference.without(ours).forEach(call -> found.add(of(Kind.CALL_MISSING, call)));
    ours.without(reference).forEach(call -> found.add(of(Kind.CALL_MORE, call)));
    for (Map.Entry<Call, Call> both : reference.sharedWith(ours).entrySet()) {
      Call theirs = both.getKey();
      Call own = both.getValue();
      words(Kind.WORD_NOT_TAKEN, theirs, theirs.takes().without(own.takes())).forEach(found::add);
      words(Kind.WORD_NOT_ANSWERED, theirs, theirs.answers().without(own.answers()))
          .forEach(found::add);
      words(Kind.WORD_TAKEN_MORE, theirs, own.takes().without(theirs.takes())).forEach(found::add);
      words(Kind.WORD_ANSWERED_MORE, theirs, own.answers().without(theirs.answers()))
          .forEach(found::add);
    }
    return found;
  }

  private static Difference of(Kind kind, Call call) {
    return new Difference(kind, call, null);
  }

  private static Stream<Difference> words(Kind kind, Call call, List<String> words) {
    return words.stream().map(word -> new Difference(kind, call, word));
  }

  @Override
  public String toString() {
    return "| `%s` | %s%s | |"
        .formatted(call, kind.phrase(), word == null ? "" : " `" + word + "`");
  }
}
