package dev.outwork.rest.login;

import dev.outwork.rest.settings.LoginSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;

/**
 * The logins of people at the provider that the operator has configured ({@link LoginSettings});
 * without an issuer nobody logs in there.
 */
@ApplicationScoped
public class BrowserLogins {
  private OwnPages ownPages;
  private LoginFlow flow;

  /** Fails the deployment if a setting is not valid. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
    LoginSettings.read().ifPresent(this::accept);
  }

  private void accept(LoginSettings read) {
    ownPages = OwnPages.at(read.address());
    flow = new LoginFlow(read, Clock.systemUTC());
  }

  /** Whether people can log in at a provider. */
  public boolean arePossible() {
    return flow != null;
  }

  /**
   * Who has logged in, by the cookie of a request; empty if nobody has, if the session has ended,
   * or if pages of somebody else have sent the request.
   */
  public Optional<Session> session(ContainerRequestContext request) {
    return arePossible() && ownPages.sent(request)
        ? Optional.ofNullable(request.getCookies().get(flow.cookies().session()))
            .map(Cookie::getValue)
            .flatMap(flow::session)
        : Optional.empty();
  }

  /** Whether a request would have a session, had pages of somebody else not sent it. */
  public boolean isOfOtherPages(ContainerRequestContext request) {
    return arePossible()
        && request.getCookies().containsKey(flow.cookies().session())
        && !ownPages.sent(request);
  }

  /** Sends a browser to log in, and then to a place below the root of the API. */
  public Response toLogin(String place) {
    return Response.seeOther(flow.places().loginFrom(place)).build();
  }

  /** Empty if nobody logs in here. */
  Optional<LoginFlow> flow() {
    return Optional.ofNullable(flow);
  }
}
