package dev.outwork.rest.security;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.rest.format.ErrorDto;
import dev.outwork.rest.format.FailedAnswer;
import dev.outwork.rest.login.BrowserLogins;
import dev.outwork.rest.login.Session;
import dev.outwork.rest.security.RefusedRequests.Reason;
import dev.outwork.rest.token.KeysUnknown;
import dev.outwork.rest.token.TokenReader.Bearer;
import dev.outwork.rest.token.TokenRefused;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.BasicAuthenticationCredential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requires HTTP Basic authentication, a bearer token or the session of a browser once the operator
 * has configured one of them ({@link Logins}). The list of engines stays open, as clients expect,
 * and so do the probes and the calls by which people log in.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class Authentication implements ContainerRequestFilter {
  private static final Set<String> OPEN_TO_ALL =
      Set.of("engine", "health/live", "health/ready", "health/started", "identity/verify");
  private static final Set<String> LOGIN = Set.of("login", "login/callback", "login/out");
  private static final String CONSOLE = "app";
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  @Inject private Logins logins;
  @Inject private PasswordCheck passwords;
  @Inject private BearerTokens tokens;
  @Inject private BrowserLogins people;
  @Inject private RefusedRequests refused;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!logins.areRequired()) {
      return;
    }
    String path = withoutSlashes(request.getUriInfo().getPath());
    String sent = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (OPEN_TO_ALL.contains(path)) {
      return;
    }
    if (sent == null && people.arePossible() && isOfLogin(path)) {
      people.session(request).ifPresent(Authentication::authenticate);
      return;
    }
    if (isOf(BEARER, sent) && tokens.areAccepted()) {
      authenticate(request, sent.substring(BEARER.length()).strip());
    } else if (sent == null && people.arePossible()) {
      people
          .session(request)
          .ifPresentOrElse(Authentication::authenticate, () -> askToLogIn(request));
    } else if (!isKnown(sent)) {
      request.abortWith(unauthorized(request));
    }
  }

  private static void authenticate(Session session) {
    AuthenticatedUser.set(session.name(), session.groups(), session.tenants());
  }

  private void askToLogIn(ContainerRequestContext request) {
    if (people.isOfOtherPages(request)) {
      refused.count(Reason.OTHER_PAGE);
      request.abortWith(forbidden());
    } else if (isOfPerson(request)) {
      request.abortWith(people.toLogin(place(request.getUriInfo())));
    } else {
      refused.count(Reason.NO_LOGIN);
      request.abortWith(unauthorized(request));
    }
  }

  // An address in a browser, or a link that somebody has followed.
  private static boolean isOfPerson(ContainerRequestContext request) {
    String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
    return request.getMethod().equals(HttpMethod.GET)
        && !isScript(request)
        && accepted != null
        && accepted.contains(MediaType.TEXT_HTML);
  }

  private static boolean isScript(ContainerRequestContext request) {
    return request.getHeaderString("X-Requested-With") != null;
  }

  private static String place(UriInfo uri) {
    return uri.getBaseUri().relativize(uri.getRequestUri()).toString();
  }

  // The console sends people to their login itself: only it knows which of its pages they want.
  private static boolean isOfLogin(String path) {
    return LOGIN.contains(path) || path.equals(CONSOLE) || path.startsWith(CONSOLE + "/");
  }

  private static String withoutSlashes(String path) {
    int from = 0;
    int to = path.length();
    while (from < to && path.charAt(from) == '/') {
      from++;
    }
    while (to > from && path.charAt(to - 1) == '/') {
      to--;
    }
    return path.substring(from, to);
  }

  private static boolean isOf(String scheme, String sent) {
    return sent != null && sent.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private void authenticate(ContainerRequestContext request, String token) {
    try {
      Bearer bearer = tokens.read(token);
      AuthenticatedUser.set(bearer.name(), bearer.groups(), bearer.tenants());
    } catch (TokenRefused e) {
      refused.count(Reason.INVALID_TOKEN);
      request.abortWith(
          unauthorized(
              List.of(Logins.challenge(e)), "The bearer token is refused: " + e.getMessage()));
    } catch (KeysUnknown e) {
      refused.count(Reason.KEYS_UNKNOWN);
      request.abortWith(unavailable(e));
    }
  }

  private boolean isKnown(String sent) {
    Optional<BasicAuthenticationCredential> credential = credential(sent);
    if (credential.isEmpty()) {
      refused.count(Reason.NO_LOGIN);
      return false;
    }
    String name = credential.get().getCaller();
    CredentialValidationResult result =
        passwords.result(new UsernamePasswordCredential(name, credential.get().getPassword()));
    boolean isKnown = PasswordCheck.isValid(result);
    if (isKnown) {
      AuthenticatedUser.set(name, result.getCallerGroups(), Set.of());
    }
    return isKnown;
  }

  private static Optional<BasicAuthenticationCredential> credential(String sent) {
    try {
      return isOf(BASIC, sent)
          ? Optional.of(new BasicAuthenticationCredential(sent.substring(BASIC.length()).strip()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // Not Base64, or no name and password in it.
      return Optional.empty();
    }
  }

  private Response unauthorized(ContainerRequestContext request) {
    return unauthorized(logins.challenges(isScript(request)), logins.demand());
  }

  private static Response forbidden() {
    return Response.status(Status.FORBIDDEN)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(
            new ErrorDto(
                "NotAuthorizedException",
                "A session of a browser is valid for requests of the engine's own pages only",
                null))
        .build();
  }

  private static Response unauthorized(List<String> challenges, String message) {
    Response.ResponseBuilder answer =
        Response.status(Status.UNAUTHORIZED)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(new ErrorDto("NotAuthorizedException", message, null));
    challenges.forEach(challenge -> answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
    return answer.build();
  }

  private static Response unavailable(KeysUnknown reason) {
    return Response.status(Status.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, FailedAnswer.RETRY_AFTER_SECONDS)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new ErrorDto("ServiceUnavailableException", reason.getMessage(), null))
        .build();
  }
}
