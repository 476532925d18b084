package dev.outwork.rest.format;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A response that a browser saves instead of showing it (docs/rest-api.md, "Binary content"). */
public final class Attachment {
  private static final Pattern NOT_PLAIN = Pattern.compile("[^ !#-\\[\\]-~]");
  private static final String UNRESERVED = "!#$&+-.^_`|~";

  private Attachment() {}

  public static Response of(byte[] content, MediaType type, String filename) {
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(filename))
        .build();
  }

  static String disposition(String filename) {
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(NOT_PLAIN.matcher(filename).replaceAll("_"), percentEncoded(filename));
  }

  private static String percentEncoded(String filename) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : filename.getBytes(StandardCharsets.UTF_8)) {
      if (isAlphanumeric(one) || UNRESERVED.indexOf(one) >= 0) {
        encoded.append((char) one);
      } else {
        encoded.append("%%%02X".formatted(one));
      }
    }
    return encoded.toString();
  }

  private static boolean isAlphanumeric(byte one) {
    return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9';
  }
}
