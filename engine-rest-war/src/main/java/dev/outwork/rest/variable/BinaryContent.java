package dev.outwork.rest.variable;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.rest.format.Attachment;
import dev.outwork.rest.format.RestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a file or of a binary value as a response (docs/rest-api.md, "Binary content").
 */
public final class BinaryContent {
  private static final byte[] NOTHING = {};
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("(?<type>[\\w.+-]+)/(?<subtype>[\\w.+-]+)(?=$|;)");
  private static final Pattern ENCODING = Pattern.compile("[\\w.:+-]+");

  private BinaryContent() {}

  public static Response of(String name, TypedValue value) {
    byte[] content = value.value() instanceof byte[] bytes ? bytes : NOTHING;
    if (value.type() == ValueType.BYTES) {
      return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM_TYPE).build();
    }
    if (value.type() == ValueType.FILE) {
      return Attachment.of(
          content,
          mediaType(value.valueInfo()),
          String.valueOf(value.valueInfo().getOrDefault(TypedValue.FILENAME, name)));
    }
    throw RestException.invalidRequest(
        "Value of variable '%s' is of type '%s', not a binary value"
            .formatted(name, value.type().typeName()));
  }

  // The media type was chosen by the client that stored the file, and not every text is valid in a
  // header.
  private static MediaType mediaType(Map<String, Object> valueInfo) {
    Matcher type = MEDIA_TYPE.matcher(text(TypedValue.MIME_TYPE, valueInfo));
    MediaType known =
        type.lookingAt()
            ? new MediaType(type.group("type"), type.group("subtype"))
            : MediaType.APPLICATION_OCTET_STREAM_TYPE;
    String encoding = text(TypedValue.ENCODING, valueInfo);
    return ENCODING.matcher(encoding).matches() ? known.withCharset(encoding) : known;
  }

  private static String text(String key, Map<String, Object> valueInfo) {
    return String.valueOf(valueInfo.getOrDefault(key, ""));
  }
}
