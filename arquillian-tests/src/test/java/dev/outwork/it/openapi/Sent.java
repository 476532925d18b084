package dev.outwork.it.openapi;

import java.nio.charset.StandardCharsets;

/**
 * A request.
 *
 * @param path below the root, with the query string, percent-encoded
 * @param contentType null for none
 * @param body null for none
 */
record Sent(String method, String path, String contentType, byte[] body) {
  private static final int LONGEST_SHOWN = 2000;

  static Sent json(String method, String path, String body) {
    return new Sent(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The request for a shell; a body that is long or no text must be generated from the seed again.
   */
  String asCurl(String root) {
    StringBuilder line = new StringBuilder("curl -i -X " + method + " '" + root + path + "'");
    if (contentType != null) {
      line.append(" -H 'Content-Type: ").append(contentType).append("'");
    }
    if (body != null) {
      String text = new String(body, StandardCharsets.UTF_8);
      String shown =
          text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
      line.append(" --data-binary '").append(shown.replace("'", "'\\''")).append("'");
    }
    return line.toString();
  }
}
