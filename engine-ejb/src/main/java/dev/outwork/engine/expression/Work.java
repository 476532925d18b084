package dev.outwork.engine.expression;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Limits the work and the output of all methods within one evaluation. */
final class Work {
  /** Characters; a value in a list counts as {@link #VALUE}. */
  static final int MOST_MADE = 4_000_000;

  /** Comparisons of characters or values: less than a second. */
  static final long MOST_STEPS = 500_000_000;

  private static final int VALUE = 16;

  private long made;
  private long steps;

  /** Counts output of this size before it is created. */
  void make(long characters) {
    made += characters;
    if (made > MOST_MADE) {
      throw new ExpressionException(
          "its methods create more than %d characters".formatted(MOST_MADE));
    }
  }

  void makeValues(long count) {
    make(count * VALUE);
  }

  /** Counts a search in a text before it starts: at worst character by character. */
  void search(CharSequence text, CharSequence part) {
    take((long) text.length() * Math.max(1, part.length()));
  }

  void take(long more) {
    steps += more;
    if (steps > MOST_STEPS) {
      throw new ExpressionException("its methods take more than %d steps".formatted(MOST_STEPS));
    }
  }

  /** Java's text for a value. */
  String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    StringBuilder text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  private void append(StringBuilder text, Object value) {
    if (value instanceof Map<?, ?> map) {
      appendMap(text, map);
    } else if (value instanceof Collection<?> items) {
      appendItems(text, items);
    } else {
      String plain = Dates.text(value);
      make(plain.length() + 2L);
      text.append(plain);
    }
  }

  private void appendItems(StringBuilder text, Collection<?> items) {
    text.append('[');
    for (Iterator<?> each = items.iterator(); each.hasNext(); ) {
      append(text, each.next());
      text.append(each.hasNext() ? ", " : "");
    }
    text.append(']');
  }

  private void appendMap(StringBuilder text, Map<?, ?> map) {
    text.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<?, ?> entry = each.next();
      append(text, entry.getKey());
      text.append('=');
      append(text, entry.getValue());
      text.append(each.hasNext() ? ", " : "");
    }
    text.append('}');
  }
}
