package dev.outwork.rest.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.outwork.rest.settings.TokenSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of docs/operations.md, "Bearer tokens". */
class TokenReaderTest {
  private static final Duration LEEWAY = Duration.ofSeconds(30);
  private static final List<String> ALGORITHMS =
      List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "EdDSA");

  private static SigningKey rsa;
  private static SigningKey ec;
  private static SigningKey ed25519;

  @TempDir private Path directory;

  private final MovedClock clock = new MovedClock();
  private final JwtClaims claims = new JwtClaims();

  @BeforeAll
  static void makeKeys() throws JoseException {
    rsa = SigningKey.rsa("one");
    ec = SigningKey.ec("two");
    ed25519 = SigningKey.ed25519("three");
  }

  TokenReaderTest() {
    claims.setIssuer("https://id.example.com");
    claims.setAudience("outwork");
    claims.setSubject("courier-7");
    expireAfter(Duration.ofMinutes(5));
  }

  @Test
  void a_token_says_who_bears_it() throws Exception {
    claims.setStringListClaim("groups", "couriers", "drivers");
    claims.setStringListClaim("tenants", "acme");

    TokenReader.Bearer bearer = reader().read(rsa.sign(claims));

    assertThat(bearer.name()).isEqualTo("courier-7");
    assertThat(bearer.groups()).containsExactlyInAnyOrder("couriers", "drivers");
    assertThat(bearer.tenants()).containsExactly("acme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
  void every_algorithm_of_rsa_keys_is_understood(String algorithm) throws Exception {
    assertThat(reader().read(rsa.by(algorithm).sign(claims)).name()).isEqualTo("courier-7");
  }

  @Test
  void elliptic_curves_are_understood() throws Exception {
    assertThat(reader().read(ec.sign(claims)).name()).isEqualTo("courier-7");
    assertThat(reader().read(ed25519.sign(claims)).name()).isEqualTo("courier-7");
  }

  @Test
  void a_token_without_groups_and_tenants_has_none() throws Exception {
    TokenReader.Bearer bearer = reader().read(rsa.sign(claims));

    assertThat(bearer.groups()).isEmpty();
    assertThat(bearer.tenants()).isEmpty();
  }

  @Test
  void claims_have_the_names_of_the_settings_also_within_others() throws Exception {
    claims.setClaim("preferred_username", "mary");
    claims.setClaim("realm_access", Map.of("roles", List.of("couriers", 7)));
    claims.setClaim("https://example.com/tenants", "acme");

    TokenReader.Bearer bearer =
        reader("preferred_username", "realm_access.roles", "https://example.com/tenants")
            .read(rsa.sign(claims));

    assertThat(bearer.name()).isEqualTo("mary");
    assertThat(bearer.groups()).containsExactly("couriers");
    assertThat(bearer.tenants()).containsExactly("acme");
  }

  @Test
  void an_audience_among_several_is_enough() throws Exception {
    claims.setAudience("others", "outwork-test");

    assertThat(reader().read(rsa.sign(claims)).name()).isEqualTo("courier-7");
  }

  @Test
  void clocks_may_differ_by_the_leeway() throws Exception {
    String token = rsa.sign(claims);
    clock.advance(Duration.ofMinutes(5).plus(LEEWAY).minusSeconds(1));
    assertThat(reader().read(token).name()).isEqualTo("courier-7");

    clock.advance(Duration.ofSeconds(1));
    refused(token, "it has expired");
  }

  @Test
  void a_token_that_was_good_is_not_checked_again() throws Exception {
    TokenReader reader = reader();
    String token = rsa.sign(claims);

    assertThat(reader.read(token)).isSameAs(reader.read(token));
  }

  @Test
  void a_token_that_was_good_is_refused_once_it_has_expired() throws Exception {
    TokenReader reader = reader();
    String token = rsa.sign(claims);
    reader.read(token);
    clock.advance(Duration.ofMinutes(5).plus(LEEWAY).minusSeconds(1));
    assertThat(reader.read(token).name()).isEqualTo("courier-7");

    clock.advance(Duration.ofSeconds(1));

    refused(reader, token, "it has expired");
  }

  @Test
  void a_token_that_was_good_is_refused_once_its_key_is_withdrawn() throws Exception {
    expireAfter(Duration.ofHours(1));
    TokenReader reader = reader();
    String token = rsa.sign(claims);
    reader.read(token);
    Files.writeString(directory.resolve("keys.json"), SigningKey.published(ec));
    assertThat(reader.read(token).name()).isEqualTo("courier-7");

    clock.advance(KeySet.MOST_AGE.plusMillis(1));

    refused(reader, token, "it cannot be read, or no key of its issuer has signed it");
  }

  @Test
  void tokens_that_were_good_are_told_apart_and_not_kept_without_bounds() throws Exception {
    TokenReader reader = reader(ALGORITHMS, "sub", "groups", "tenants");
    for (int number = 0; number <= TokenReader.MOST_CHECKED; number++) {
      claims.setSubject("courier-" + number);

      assertThat(reader.read(ed25519.sign(claims)).name()).isEqualTo("courier-" + number);
    }

    assertThat(reader.remembered()).isEqualTo(1);
  }

  @Test
  void a_token_that_is_valid_later_is_refused() throws Exception {
    claims.setNotBefore(at(LEEWAY.plusSeconds(1)));

    refused(rsa.sign(claims), "it is not valid yet");
  }

  @Test
  void a_token_that_never_expires_is_refused() throws Exception {
    claims.unsetClaim("exp");

    refused(rsa.sign(claims), "it never expires");
  }

  @Test
  void a_token_of_another_issuer_is_refused() throws Exception {
    claims.setIssuer("https://id.example.com/");
    refused(rsa.sign(claims), "it is of another issuer");

    claims.unsetClaim("iss");
    refused(rsa.sign(claims), "it is of another issuer");
  }

  @Test
  void a_token_for_another_audience_is_refused() throws Exception {
    claims.setAudience("console");
    refused(rsa.sign(claims), "it is for another audience");

    claims.unsetClaim("aud");
    refused(rsa.sign(claims), "it is for another audience");
  }

  @Test
  void a_token_of_another_key_is_refused_whatever_it_says_of_its_key() throws Exception {
    SigningKey other = SigningKey.rsa("one");
    JsonWebSignature token = other.unsigned(claims);
    token.getHeaders().setJwkHeaderValue("jwk", other.key());
    token.setHeader("jku", "https://evil.example.com/keys");

    refused(other.sign(claims), "no key of its issuer has signed it");
    refused(token.getCompactSerialization(), "no key of its issuer has signed it");
  }

  @Test
  void a_token_that_names_an_unknown_key_is_refused() throws Exception {
    refused(
        SigningKey.rsa("four").sign(claims),
        "it cannot be read, or no key of its issuer has signed it");
  }

  @Test
  void a_changed_token_is_refused() throws Exception {
    String[] parts = rsa.sign(claims).split("\\.");
    claims.setSubject("root");

    refused(
        parts[0] + "." + encoded(claims.toJson()) + "." + parts[2],
        "no key of its issuer has signed it");
  }

  @Test
  void a_token_that_is_not_signed_is_refused() throws Exception {
    String unsigned = encoded("{\"alg\":\"none\"}") + "." + encoded(claims.toJson());

    refused(unsigned + ".", "it is no signed token");
    refused(unsigned + ".AAAA", "it cannot be read, or no key of its issuer has signed it");
  }

  /** Whoever checks by the algorithm of the token takes the public key for a secret. */
  @Test
  void a_token_signed_with_a_public_key_as_a_secret_is_refused() throws Exception {
    JsonWebSignature token = rsa.by("HS256").unsigned(claims);
    token.setKey(new HmacKey(rsa.key().getPublicKey().getEncoded()));

    refused(
        token.getCompactSerialization(),
        "it cannot be read, or no key of its issuer has signed it");
  }

  @Test
  void an_algorithm_that_is_not_allowed_is_refused() throws Exception {
    TokenReader reader = reader(List.of("ES256"), "sub", "groups", "tenants");

    assertThat(reader.read(ec.sign(claims)).name()).isEqualTo("courier-7");
    refused(reader, rsa.sign(claims), "it cannot be read, or no key of its issuer has signed it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "a.b", "a.b.c.d", "a.b.c.d.e", "a.b.ü", "a .b.c", ".."})
  void what_is_no_token_is_refused(String text) {
    refused(text, "it is no signed token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.c", "e30.e30.e30", "bm8.bm8.bm8"})
  void what_only_looks_like_a_token_is_refused(String text) {
    refused(text, "it cannot be read, or no key of its issuer has signed it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{}",
        "{\"alg\": 5}",
        "{\"alg\": null}",
        "{\"alg\": \"RS256\", \"kid\": 5}",
        "{\"alg\": \"RS256\", \"kid\": {}}",
        "{\"alg\": \"RS256\", \"crit\": 5}",
        "{\"alg\": \"RS256\", \"crit\": [\"new\"]}",
        "{\"alg\": \"RS256\", \"crit\": [7]}",
        "{\"alg\": \"RS256\", \"b64\": false}",
        "{\"alg\": \"RS256\", \"cty\": 5}",
        "{\"alg\": \"RS256\", \"x5t\": 5}",
        "{\"alg\": \"RS256\", \"alg\": \"none\"}"
      })
  void a_header_of_any_form_is_refused(String header) throws Exception {
    String content = encoded(header) + "." + encoded(claims.toJson());

    assertThatExceptionOfType(TokenRefused.class)
        .isThrownBy(() -> reader().read(content + "." + signature(content)));
  }

  /** So a header that is refused above is refused for what it has. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\": \"RS256\"}",
        "{\"alg\": \"RS256\", \"kid\": \"one\", \"new\": 5}",
        "{\"alg\": \"RS256\", \"enc\": \"A128GCM\"}"
      })
  void any_other_header_is_accepted(String header) throws Exception {
    String content = encoded(header) + "." + encoded(claims.toJson());

    assertThat(reader().read(content + "." + signature(content)).name()).isEqualTo("courier-7");
  }

  private static String signature(String content) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(rsa.key().getPrivateKey());
    signature.update(content.getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
  }

  @ParameterizedTest
  @CsvSource({"exp, soon", "exp, ''", "nbf, later", "iat, before"})
  void a_claim_of_another_form_is_refused(String name, String value) {
    claims.setClaim(name, value);

    assertThatExceptionOfType(TokenRefused.class).isThrownBy(() -> reader().read(rsa.sign(claims)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "sub", "exp", "nbf"})
  void a_claim_that_is_an_object_is_refused(String name) {
    claims.setClaim(name, Map.of("is", "an object"));

    assertThatExceptionOfType(TokenRefused.class).isThrownBy(() -> reader().read(rsa.sign(claims)));
  }

  @Test
  void a_token_without_a_name_is_refused() throws Exception {
    claims.unsetClaim("sub");
    refused(rsa.sign(claims), "its claim 'sub' is no name");

    claims.setSubject(" ");
    refused(rsa.sign(claims), "its claim 'sub' is no name");

    claims.setSubject("n".repeat(256));
    refused(rsa.sign(claims), "its claim 'sub' is no name");
  }

  @Test
  void without_any_key_no_token_is_judged() throws Exception {
    String token = rsa.sign(claims);
    KeySet keys = new KeySet(new KeySource(directory.resolve("nowhere").toString()), clock);

    assertThatExceptionOfType(KeysUnknown.class)
        .isThrownBy(() -> new TokenReader(settings(), keys, clock).read(token));
  }

  private void refused(String token, String reason) {
    try {
      refused(reader(), token, reason);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void refused(TokenReader reader, String token, String reason) {
    assertThatExceptionOfType(TokenRefused.class)
        .isThrownBy(() -> reader.read(token))
        .withMessage(reason);
  }

  private TokenReader reader() throws IOException {
    return reader("sub", "groups", "tenants");
  }

  private TokenReader reader(String name, String groups, String tenants) throws IOException {
    return reader(ALGORITHMS, name, groups, tenants);
  }

  private TokenReader reader(List<String> algorithms, String name, String groups, String tenants)
      throws IOException {
    Path file = directory.resolve("keys.json");
    Files.writeString(file, SigningKey.published(rsa, ec, ed25519));
    KeySet keys = new KeySet(new KeySource(file.toString()), clock);
    return new TokenReader(settings(algorithms, name, groups, tenants), keys, clock);
  }

  private static TokenSettings settings() {
    return settings(ALGORITHMS, "sub", "groups", "tenants");
  }

  private static TokenSettings settings(
      List<String> algorithms, String name, String groups, String tenants) {
    return new TokenSettings(
        "https://id.example.com",
        List.of("outwork", "outwork-test"),
        "not read",
        LEEWAY,
        algorithms,
        name,
        groups,
        tenants);
  }

  private void expireAfter(Duration length) {
    claims.setExpirationTime(at(length));
  }

  private static NumericDate at(Duration length) {
    return NumericDate.fromSeconds(MovedClock.START.plus(length).getEpochSecond());
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
