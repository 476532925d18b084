package dev.outwork.rest.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;

/** Whether a name and a password belong together, according to the server's identity stores. */
@ApplicationScoped
public class PasswordCheck {
  @Inject private Logins logins;
  @Inject private IdentityStoreHandler identityStores;

  /** True for every name and password if callers need not authenticate ({@link Logins}). */
  public boolean fits(String name, String password) {
    return !logins.areRequired() || isValid(result(new UsernamePasswordCredential(name, password)));
  }

  /** Identity stores are selected by the exact class of the credential. */
  CredentialValidationResult result(UsernamePasswordCredential credential) {
    return identityStores.validate(credential);
  }

  static boolean isValid(CredentialValidationResult result) {
    return result.getStatus() == CredentialValidationResult.Status.VALID;
  }
}
