package dev.outwork.rest.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.outwork.api.Texts;
import java.time.Instant;
import java.util.Collection;
import java.util.regex.Pattern;

/** Describes faults in a JSON document for its author, without class names. */
public final class JsonFault {
  private static final int LONGEST_ECHO = 100;

  // Jackson mentions its own configuration and sources.
  private static final Pattern INTERNALS =
      Pattern.compile(
          ",? (?:from|for) `[^`]*`|\\s*\\((?:for .* starting )?at \\[Source.*", Pattern.DOTALL);

  // Jackson's message if a property of a record occurs twice.
  private static final String TWICE = "No fallback setter";

  private JsonFault() {}

  public static String describe(JsonProcessingException fault) {
    return place(fault) + reason(fault);
  }

  /** The reason only, for a value whose position the caller knows. */
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
        ? "it occurs twice"
        : INTERNALS.matcher(message).replaceAll("");
  }

  /** A client's text, shortened for a message to it. */
  public static String shorten(String text) {
    return text.length() <= LONGEST_ECHO ? text : Texts.cut(text, LONGEST_ECHO) + "...";
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
      return "a 32-bit integer";
    }
    if (type == long.class || type == Long.class) {
      return "a 64-bit integer";
    }
    if (type == Instant.class) {
      return "a date such as " + RestDate.EXAMPLE;
    }
    return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
  }
}
