package dev.outwork.rest.security;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.INVALID_RESULT;

import dev.outwork.rest.security.RefusedRequests.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;

/**
 * Whether a name and a password belong together, according to the server's identity stores. Whoever
 * guesses is slowed down ({@link FailedLogins}).
 */
@ApplicationScoped
public class PasswordCheck {
  private final FailedLogins failed = new FailedLogins(Clock.systemUTC());

  @Inject Logins logins;
  @Inject UsersFile users;
  @Inject IdentityStoreHandler identityStores;
  @Inject HttpServletRequest request;
  @Inject RefusedRequests refused;

  /** True for every name and password if callers need not authenticate ({@link Logins}). */
  public boolean fits(String name, String password) {
    return !logins.areRequired() || isValid(result(new UsernamePasswordCredential(name, password)));
  }

  /**
   * What the identity stores say, which are selected by the exact class of the credential.
   *
   * @throws SlowedDown if there were too many failures before
   */
  CredentialValidationResult result(UsernamePasswordCredential credential) {
    Login login = Login.of(request.getRemoteAddr(), credential.getCaller());
    String password = credential.getPasswordAsString();
    if (!isWorthChecking(login, password)) {
      refused.count(Reason.WRONG_PASSWORD);
      return INVALID_RESULT;
    }
    CredentialValidationResult result = identityStores.validate(credential);
    if (isValid(result)) {
      failed.succeeded(login, password);
    } else {
      users.spendTimeOnUnknown(credential);
      failed.failed(login, password);
      refused.count(Reason.WRONG_PASSWORD);
    }
    return result;
  }

  private boolean isWorthChecking(Login login, String password) {
    try {
      return failed.isWorthChecking(login, password);
    } catch (SlowedDown e) {
      refused.count(Reason.SLOWED_DOWN);
      throw e;
    }
  }

  static boolean isValid(CredentialValidationResult result) {
    return result.getStatus() == CredentialValidationResult.Status.VALID;
  }
}
