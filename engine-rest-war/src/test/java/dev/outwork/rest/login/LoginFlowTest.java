package dev.outwork.rest.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.outwork.rest.settings.LoginSettings;
import dev.outwork.rest.token.MovedClock;
import dev.outwork.rest.token.ReadingTurn;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of docs/security.md, "People in a browser". */
class LoginFlowTest {
  private static final String ENGINE = "https://engine.example.com/engine-rest";
  private static final String KEY = "a key of at least 32 characters!";

  private final MovedClock clock = new MovedClock();
  private final Map<String, String> browser = new HashMap<>();
  private SmallProvider provider;

  @BeforeEach
  void open() throws Exception {
    provider = new SmallProvider(clock);
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void who_logs_in_has_a_session_and_is_where_she_was() throws Exception {
    LoginFlow flow = flow();

    Step toProvider = keep(flow.begin("app/#/topic/parcel?state=stuck"));
    Step back = keep(flow.end(provider.login(toProvider.place()), browser::get));

    assertThat(back.place()).hasToString(ENGINE + "/app/#/topic/parcel?state=stuck");
    assertThat(browser).containsOnlyKeys(flow.cookies().session());
    assertThat(flow.session(browser.get(flow.cookies().session())))
        .contains(new Session("mary", Set.of("ops", "auditors"), Set.of()));
  }

  @Test
  void the_provider_is_asked_as_open_id_connect_has_it() throws Exception {
    LoginFlow flow = flow();
    Step toProvider = keep(flow.begin(null));
    flow.end(provider.login(toProvider.place()), browser::get);

    assertThat(toProvider.place().toString()).startsWith(provider.issuer() + "/authorize?");
    assertThat(provider.question())
        .containsEntry("response_type", "code")
        .containsEntry("client_id", SmallProvider.CLIENT)
        .containsEntry("redirect_uri", ENGINE + "/login/callback")
        .containsEntry("scope", "openid profile")
        .containsEntry("code_challenge_method", "S256");
    assertThat(provider.form)
        .containsEntry("grant_type", "authorization_code")
        .doesNotContainKeys("client_id", "client_secret");
    assertThat(provider.authorization).isEqualTo(basic("outwork-console:s%3Acret"));
  }

  @Test
  void a_provider_that_takes_no_header_gets_the_secret_in_the_form() throws Exception {
    provider.description =
        provider.description.replaceFirst(
            "\\{", "{\"token_endpoint_auth_methods_supported\": [\"client_secret_post\"],");

    login(flow());

    assertThat(provider.authorization).isNull();
    assertThat(provider.form)
        .containsEntry("client_id", SmallProvider.CLIENT)
        .containsEntry("client_secret", "s:cret");
  }

  @Test
  void each_login_has_a_state_and_a_nonce_of_its_own() throws Exception {
    LoginFlow flow = flow();
    Step first = keep(flow.begin("app/"));
    LoginFlow.Answer answer = provider.login(first.place());
    Map<String, String> question = provider.question();
    provider.login(keep(flow.begin("app/")).place());

    assertThat(provider.question().get("state")).isNotEqualTo(question.get("state"));
    assertThat(provider.question().get("nonce")).isNotEqualTo(question.get("nonce"));
    // The second page of the same browser has not disturbed the first.
    provider.login(first.place());
    assertThat(keep(flow.end(answer, browser::get)).place()).hasToString(ENGINE + "/app/");
  }

  @Test
  void a_code_that_somebody_else_began_to_fetch_logs_nobody_in() throws Exception {
    LoginFlow flow = flow();
    LoginFlow.Answer ofSomebodyElse = provider.login(flow.begin("app/").place());
    keep(flow.begin("app/"));

    fails(flow, ofSomebodyElse, "The login took too long, or began in another browser");
  }

  @Test
  void a_login_ends_after_ten_minutes() throws Exception {
    LoginFlow flow = flow();
    LoginFlow.Answer answer = provider.login(keep(flow.begin("app/")).place());
    clock.advance(LoginFlow.LONGEST_LOGIN);

    fails(flow, answer, "The login took too long, or began in another browser");
  }

  @Test
  void a_refusal_of_the_provider_is_told() throws Exception {
    LoginFlow flow = flow();
    LoginFlow.Answer answer = provider.login(keep(flow.begin("app/")).place());

    fails(
        flow,
        new LoginFlow.Answer(answer.state(), null, "access_denied"),
        "The provider has refused the login: access_denied");
    fails(flow, new LoginFlow.Answer(answer.state(), null, null), "The provider has sent no code");
    fails(
        flow,
        new LoginFlow.Answer(answer.state(), "another code", null),
        "The provider does not tell who has logged in");
  }

  @Test
  void a_token_about_another_login_or_for_another_client_is_refused() throws Exception {
    provider.changed = claims -> claims.setStringClaim("nonce", "another");
    fails("The token of the provider belongs to another login");

    provider.changed = claims -> claims.setStringClaim("azp", "another");
    fails("The token of the provider is for another client");

    provider.changed = claims -> claims.setAudience("another");
    fails("The token of the provider is refused: it is for another audience");

    provider.changed = claims -> claims.unsetClaim("iss");
    fails("The token of the provider is refused: it is of another issuer");
  }

  @Test
  void a_session_ends_after_its_length() throws Exception {
    LoginFlow flow = flow();
    login(flow);
    String session = browser.get(flow.cookies().session());
    clock.advance(Duration.ofHours(8).minusSeconds(1));
    assertThat(flow.session(session)).isPresent();

    clock.advance(Duration.ofSeconds(1));
    assertThat(flow.session(session)).isEmpty();
  }

  @Test
  void every_node_with_the_key_knows_the_session_and_no_other() throws Exception {
    LoginFlow flow = flow();
    login(flow);
    String session = browser.get(flow.cookies().session());

    assertThat(flow().session(session)).isPresent();
    assertThat(new LoginFlow(settings(KEY + "."), clock).session(session)).isEmpty();
  }

  @Test
  void a_cookie_of_a_login_is_no_session() throws Exception {
    LoginFlow flow = flow();
    keep(flow.begin("app/"));

    assertThat(flow.session(browser.values().iterator().next())).isEmpty();
    assertThat(flow.session("")).isEmpty();
    assertThat(flow.session("a.b.c.d.e")).isEmpty();
  }

  @Test
  void more_groups_than_a_cookie_holds_are_refused() throws Exception {
    List<String> groups = IntStream.range(0, 300).mapToObj("group-%s"::formatted).toList();
    provider.changed = claims -> claims.setStringListClaim("groups", groups);

    fails("There are too many groups and tenants for a cookie: 300 and 0");
  }

  @Test
  void a_provider_that_is_down_or_another_one_is_told() throws Exception {
    String good = provider.description;
    provider.description = "";
    cannotBegin("The configuration of the provider cannot be read");
    provider.description = "no JSON";
    cannotBegin("The configuration of the provider cannot be read");
    provider.description =
        good.replace("\"issuer\": \"", "\"issuer\": \"https://other.example.com");
    cannotBegin("The configuration of the provider cannot be read");
    provider.description =
        good.replace("/token\"", "\\u0000\"").replace("http://localhost", "ftp://x");
    cannotBegin("The configuration of the provider cannot be read");

    provider.description = good;
    login(flow());
  }

  @Test
  void what_is_known_of_a_provider_stays_while_it_is_down() throws Exception {
    LoginFlow flow = flow();
    login(flow);
    provider.description = "";
    clock.advance(IdentityProvider.MOST_AGE);

    login(flow);
  }

  @Test
  void whoever_logs_out_does_so_at_the_provider_too() throws Exception {
    LoginFlow flow = flow();
    login(flow);

    Step out = keep(flow.logout());

    assertThat(out.place().toString())
        .startsWith(provider.issuer() + "/end?hint=1&")
        .contains("client_id=outwork-console")
        .contains(
            "post_logout_redirect_uri=https%3A%2F%2Fengine.example.com%2Fengine-rest%2Fapp%2F");
    assertThat(browser).isEmpty();
  }

  @Test
  void a_node_that_has_served_no_login_knows_where_people_log_out() throws Exception {
    assertThat(flow().logout().place().toString()).startsWith(provider.issuer() + "/end?");

    provider.description = "";
    assertThat(flow().logout().place()).hasToString(ENGINE + "/login/out");
  }

  @Test
  void a_provider_that_is_down_is_asked_every_five_seconds_at_most() throws Exception {
    String good = provider.description;
    provider.description = "";
    LoginFlow flow = flow();
    assertThatExceptionOfType(LoginFailed.class).isThrownBy(() -> flow.begin("app/"));
    provider.description = good;
    clock.advance(ReadingTurn.LEAST_PAUSE.minusMillis(1));
    assertThatExceptionOfType(LoginFailed.class).isThrownBy(() -> flow.begin("app/"));

    clock.advance(Duration.ofMillis(1));
    login(flow);
  }

  private LoginFlow flow() {
    return new LoginFlow(settings(KEY), clock);
  }

  private LoginSettings settings(String key) {
    return new LoginSettings(
        provider.issuer(),
        SmallProvider.CLIENT,
        Optional.of("s:cret"),
        URI.create(ENGINE),
        key,
        "openid profile",
        Duration.ofHours(8),
        "sub",
        "groups",
        "tenants");
  }

  private void login(LoginFlow flow) throws LoginFailed {
    keep(flow.end(provider.login(keep(flow.begin("app/")).place()), browser::get));
  }

  private Step keep(Step step) {
    for (SentCookie cookie : step.cookies()) {
      if (cookie.length().isZero()) {
        browser.remove(cookie.name());
      } else {
        browser.put(cookie.name(), cookie.value());
      }
    }
    return step;
  }

  private void fails(String message) throws LoginFailed {
    LoginFlow flow = flow();
    fails(flow, provider.login(keep(flow.begin("app/")).place()), message);
  }

  private void fails(LoginFlow flow, LoginFlow.Answer answer, String message) {
    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(() -> flow.end(answer, browser::get))
        .withMessage(message);
    assertThat(browser).doesNotContainKey(flow.cookies().session());
  }

  private void cannotBegin(String message) {
    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(() -> flow().begin("app/"))
        .withMessageStartingWith(message);
  }

  private static String basic(String both) {
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }
}
