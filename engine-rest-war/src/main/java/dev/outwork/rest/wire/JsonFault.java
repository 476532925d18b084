package dev.outwork.rest.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import java.util.Collection;
import java.util.regex.Pattern;

/** Says what is wrong with a JSON document in words for its author, naming no class. */
public final class JsonFault {
  private static final int LONGEST_ECHO = 100;

  // Jackson says where its limits are configured and what it was reading from.
  private static final Pattern INTERNALS =
      Pattern.compile(
          ",? (?:from|for) `[^`]*`|\\s*\\((?:for .* starting )?at \\[Source.*", Pattern.DOTALL);

  // Jackson has made the record already when one of its properties comes once more.
  private static final String TWICE = "No fallback setter";

  private JsonFault() {}

  public static String describe(JsonProcessingException fault) {
    return place(fault) + reason(fault);
  }

  /** The reason alone, for a value whose place the caller knows. */
  public static String reason(JsonProcessingException fault) {
    if (fault instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      String found =
          mismatch instanceof InvalidFormatException format
              ? ", not '" + shorten(String.valueOf(format.getValue())) + "'"
              : "";
      return "expected " + expected(mismatch.getTargetType()) + found;
    }
    String message = fault.getOriginalMessage();
    if (message == null) {
      return "not readable";
    }
    return message.startsWith(TWICE)
        ? "it stands there twice"
        : INTERNALS.matcher(message).replaceAll("");
  }

  /** A client's own text, short enough to be sent back to it. */
  public static String shorten(String text) {
    return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "...";
  }

  private static String place(JsonProcessingException fault) {
    String property = fault instanceof JsonMappingException mapping ? path(mapping.getPath()) : "";
    if (!property.isEmpty()) {
      return "Cannot read property '" + property + "': ";
    }
    JsonLocation location = fault.getLocation();
    return location == null
        ? "Cannot read the JSON body: "
        : "Cannot read the JSON body at line %d, column %d: "
            .formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String path(Iterable<Reference> references) {
    StringBuilder path = new StringBuilder();
    for (Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }

  private static String expected(Class<?> type) {
    if (type == String.class) {
      return "a string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == Integer.class) {
      return "a whole number of at most 32 bits";
    }
    if (type == long.class || type == Long.class) {
      return "a whole number of at most 64 bits";
    }
    if (type == Instant.class) {
      return "a date such as " + WireDate.EXAMPLE;
    }
    return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
  }
}
