package dev.outwork.rest.security;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.rest.format.ErrorDto;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.BasicAuthenticationCredential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Requires HTTP Basic authentication once there are users ({@link UsersFile}). The list of engines
 * stays open, as clients expect, and so do the probes and the call by which consoles log in.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class Authentication implements ContainerRequestFilter {
  private static final Set<String> OPEN_TO_ALL =
      Set.of("engine", "health/live", "health/ready", "health/started", "identity/verify");
  private static final String BASIC = "Basic ";

  @Inject private UsersFile users;
  @Inject private PasswordCheck passwords;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!users.isRequired() || isOpenToAll(request) || isKnown(request)) {
      return;
    }
    request.abortWith(
        Response.status(Response.Status.UNAUTHORIZED)
            .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"default\"")
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(
                new ErrorDto(
                    "NotAuthorizedException", "A valid name and password are required", null))
            .build());
  }

  private static boolean isOpenToAll(ContainerRequestContext request) {
    return OPEN_TO_ALL.contains(withoutSlashes(request.getUriInfo().getPath()));
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

  private boolean isKnown(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return false;
    }
    try {
      BasicAuthenticationCredential sent =
          new BasicAuthenticationCredential(header.substring(BASIC.length()).strip());
      boolean isKnown =
          passwords.isKnown(new UsernamePasswordCredential(sent.getCaller(), sent.getPassword()));
      if (isKnown) {
        AuthenticatedUser.set(sent.getCaller());
      }
      return isKnown;
    } catch (IllegalArgumentException e) {
      // Not Base64, or no name and password in it.
      return false;
    }
  }
}
