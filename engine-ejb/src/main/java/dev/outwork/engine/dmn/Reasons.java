package dev.outwork.engine.dmn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Failures of the library, without the values of variables that it quotes. */
final class Reasons {
  private static final Pattern CODE = Pattern.compile("^DMN-\\d+ ");
  private static final Map<Pattern, String> WITHOUT_VALUES = new LinkedHashMap<>();

  static {
    say("Invalid value '.*' for clause with type '([^']*)'\\.?", "a value is not of the type '$1'");
    say(
        "Unable to convert value '.*' to a support aggregatable type '.*'\\.?",
        "a value to aggregate is not a number");
    say("(Hit policy '.*?' only allows [^.']*)\\. (?:Actually match|Matching) rules: .*", "$1");
    say("(Unable to execute aggregation '.*?' on compound decision output) '.*", "$1");
  }

  private Reasons() {}

  private static void say(String pattern, String instead) {
    WITHOUT_VALUES.put(Pattern.compile(pattern, Pattern.DOTALL), instead);
  }

  static String of(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof DecisionException known) {
        return known.getMessage();
      }
      String message = CODE.matcher(String.valueOf(cause.getMessage())).replaceFirst("");
      for (Map.Entry<Pattern, String> known : WITHOUT_VALUES.entrySet()) {
        Matcher matcher = known.getKey().matcher(message);
        if (matcher.matches()) {
          return matcher.replaceFirst(known.getValue());
        }
      }
    }
    return "a value in it does not fit";
  }
}
