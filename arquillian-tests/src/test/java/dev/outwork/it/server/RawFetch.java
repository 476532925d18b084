package dev.outwork.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A fetch on a socket that the caller can end in mid-wait, as a client does that dies. */
public final class RawFetch {
  private RawFetch() {}

  /** Asks, and does not wait for the answer. */
  public static Socket send(String root, String json) {
    URI uri = URI.create(root);
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s/external-task/fetchAndLock HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(uri.getPath(), uri.getAuthority(), body.length);
    try {
      Socket socket = new Socket(uri.getHost(), uri.getPort());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
