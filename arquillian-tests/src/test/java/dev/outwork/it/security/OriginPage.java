package dev.outwork.it.security;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An origin with an empty page. */
final class OriginPage implements AutoCloseable {
  private static final byte[] PAGE =
      "<!DOCTYPE html><title>elsewhere</title>".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;

  private OriginPage(HttpServer server) {
    this.server = server;
  }

  static OriginPage open() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
            exchange.close();
          });
      server.start();
      return new OriginPage(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a browser writes it. */
  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
