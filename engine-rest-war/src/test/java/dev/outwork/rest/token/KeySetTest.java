package dev.outwork.rest.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
  @TempDir private Path directory;

  private final MovedClock clock = new MovedClock();

  @Test
  void a_new_key_is_known_as_soon_as_somebody_asks_for_it() throws Exception {
    KeySet keys = published(SigningKey.rsa("one"));
    assertThat(ids(keys.all())).containsExactly("one");

    publish(SigningKey.rsa("one"), SigningKey.rsa("two"));

    assertThat(ids(keys.all())).containsExactly("one");
    assertThat(ids(keys.allBut(keys.all()))).containsExactly("one", "two");
  }

  @Test
  void unknown_keys_make_nobody_read_more_often_than_every_five_seconds() throws Exception {
    KeySet keys = published(SigningKey.rsa("one"));
    keys.allBut(keys.all());
    publish(SigningKey.rsa("two"));

    clock.advance(ReadingTurn.LEAST_PAUSE.minusMillis(1));
    assertThat(ids(keys.allBut(keys.all()))).containsExactly("one");

    clock.advance(Duration.ofMillis(1));
    assertThat(ids(keys.allBut(keys.all()))).containsExactly("two");
  }

  @Test
  void who_has_seen_old_keys_gets_what_another_has_read_meanwhile() throws Exception {
    KeySet keys = published(SigningKey.rsa("one"));
    var seen = keys.all();
    publish(SigningKey.rsa("two"));
    keys.allBut(seen);

    assertThat(ids(keys.allBut(seen))).containsExactly("two");
  }

  @Test
  void a_key_that_is_withdrawn_is_forgotten() throws Exception {
    KeySet keys = published(SigningKey.rsa("one"), SigningKey.rsa("two"));
    keys.all();
    publish(SigningKey.rsa("two"));

    clock.advance(KeySet.MOST_AGE);
    assertThat(ids(keys.all())).containsExactly("one", "two");

    clock.advance(Duration.ofMillis(1));
    assertThat(ids(keys.all())).containsExactly("two");
  }

  @Test
  void keys_stay_while_they_cannot_be_read_again() throws Exception {
    KeySet keys = published(SigningKey.rsa("one"));
    keys.all();
    Files.delete(file());

    clock.advance(KeySet.MOST_AGE.plusSeconds(1));

    assertThat(ids(keys.all())).containsExactly("one");
    assertThat(ids(keys.allBut(keys.all()))).containsExactly("one");
    assertThat(keys.isKnown()).isTrue();
  }

  @Test
  void secrets_and_keys_of_unknown_kinds_are_left_out() throws Exception {
    String secret =
        OctJwkGenerator.generateJwk(256).toJson(JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC);
    String known = SigningKey.rsa("one").key().toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    Files.writeString(file(), "{\"keys\": [%s, {\"kty\": \"new\"}, %s]}".formatted(secret, known));

    assertThat(ids(keys().all())).containsExactly("one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no", "{}", "[]", "{\"keys\": {}}", "{\"keys\": []}"})
  void a_file_without_keys_is_refused_at_the_start(String content) throws IOException {
    Files.writeString(file(), content);

    assertThatIllegalStateException()
        .isThrownBy(() -> keys().require())
        .withMessageContaining(file().toString());
  }

  @Test
  void a_file_that_is_not_there_is_refused_at_the_start() {
    assertThatIllegalStateException()
        .isThrownBy(() -> keys().require())
        .withMessageContaining(file().toString());
  }

  @Test
  void keys_are_read_from_an_address() throws Exception {
    String published = SigningKey.published(SigningKey.ec("one"));
    try (Issuer issuer = Issuer.answers(200, published)) {
      assertThat(new KeySource(issuer.address()).read()).isEqualTo(published);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 404, 500})
  void no_other_answer_is_taken_for_keys_and_nobody_is_sent_elsewhere(int status) throws Exception {
    try (Issuer issuer = Issuer.answers(status, "")) {
      assertThatIOException()
          .isThrownBy(() -> new KeySource(issuer.address()).read())
          .withMessage("Status " + status);
    }
  }

  @Test
  void an_answer_without_an_end_is_not_read() throws Exception {
    try (Issuer issuer = Issuer.answers(200, " ".repeat(ProviderCall.MOST_BYTES + 1))) {
      assertThatIOException()
          .isThrownBy(() -> new KeySource(issuer.address()).read())
          .withMessage("It is longer than 1048576 bytes");
    }
  }

  @Test
  void nobody_waits_for_an_issuer_that_does_not_answer() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      KeySource source =
          new KeySource(
              "http://localhost:" + silent.getLocalPort() + "/keys", Duration.ofMillis(50));

      assertThatIOException().isThrownBy(source::read);
    }
  }

  /** A token of an unknown key needs no signature, so anybody may ask for one. */
  @Test
  void nobody_waits_for_another_who_waits_for_an_issuer_that_does_not_answer() throws Exception {
    FutureTask<List<PublicJsonWebKey>> other;
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      KeySource source =
          new KeySource(
              "http://localhost:" + silent.getLocalPort() + "/keys", Duration.ofMinutes(1));
      KeySet keys = new KeySet(source, clock);
      other = new FutureTask<>(() -> keys.allBut(keys.all()));
      new Thread(other).start();

      try (Socket accepted = silent.accept()) {
        assertThat(keys.allBut(keys.all())).isEmpty();
        assertThat(other).isNotDone();
        assertThat(accepted.isConnected()).isTrue();
      }
    }
    assertThat(other.get(1, TimeUnit.MINUTES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "https://id.example.com/ keys", "\0"})
  void a_place_that_is_none_is_a_failure_to_read(String place) {
    assertThatIOException().isThrownBy(() -> new KeySource(place).read());
  }

  private KeySet published(SigningKey... published) throws IOException {
    publish(published);
    return keys();
  }

  private void publish(SigningKey... published) throws IOException {
    Files.writeString(file(), SigningKey.published(published));
  }

  private KeySet keys() {
    return new KeySet(new KeySource(file().toString()), clock);
  }

  private Path file() {
    return directory.resolve("keys.json");
  }

  private static List<String> ids(List<? extends JsonWebKey> keys) {
    return keys.stream().map(JsonWebKey::getKeyId).toList();
  }

  /** Answers every request alike. */
  private record Issuer(HttpServer server) implements AutoCloseable {
    static Issuer answers(int status, String body) throws IOException {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            byte[] content = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Location", "/");
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
          });
      server.start();
      return new Issuer(server);
    }

    String address() {
      return "http://localhost:" + server.getAddress().getPort() + "/keys";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
