package dev.outwork.rest.security;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.rest.wire.ErrorDto;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.BasicAuthenticationCredential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Asks every caller for a name and a password by HTTP Basic once there are users ({@link
 * UsersFile}). Only the list of engines stays open, as clients expect.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class Authentication implements ContainerRequestFilter {
  private static final String OPEN_TO_ALL = "engine";
  private static final String BASIC = "Basic ";

  @Inject private UsersFile users;
  @Inject private IdentityStoreHandler identityStores;

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
                    "NotAuthorizedException",
                    "A name and a password that belong together are required",
                    null))
            .build());
  }

  private static boolean isOpenToAll(ContainerRequestContext request) {
    return request.getUriInfo().getPath().replace("/", "").equals(OPEN_TO_ALL);
  }

  private boolean isKnown(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return false;
    }
    try {
      BasicAuthenticationCredential sent =
          new BasicAuthenticationCredential(header.substring(BASIC.length()).strip());
      // Identity stores are found by the very class of what they validate.
      UsernamePasswordCredential credential =
          new UsernamePasswordCredential(sent.getCaller(), sent.getPassword());
      boolean isKnown =
          identityStores.validate(credential).getStatus()
              == CredentialValidationResult.Status.VALID;
      if (isKnown) {
        AuthenticatedUser.set(sent.getCaller());
      }
      return isKnown;
    } catch (IllegalArgumentException e) {
      // No Base64, or nothing that has a name and a password in it.
      return false;
    }
  }
}
