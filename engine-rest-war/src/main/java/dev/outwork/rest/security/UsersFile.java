package dev.outwork.rest.security;

import dev.outwork.rest.settings.RestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The users that the operator has configured. {@code outwork.users-file} names a file with one line
 * {@code name:hash} for each user; the hash is the output of {@code openssl passwd -6}. The file is
 * read once, at the start; without it, callers need not authenticate.
 */
@ApplicationScoped
public class UsersFile implements IdentityStore {
  // With the cost that 'openssl passwd -6' chooses; nobody has a password with this hash.
  private static final PasswordHash OF_NOBODY = new PasswordHash("$6$nobody$" + ".".repeat(86));

  private final Map<String, PasswordHash> users = new LinkedHashMap<>();
  private boolean required;

  /** Fails the deployment if the file cannot be read: the API must not be open by accident. */
  void read(@Observes @Initialized(ApplicationScoped.class) Object start) {
    RestSettings.usersFile().ifPresent(this::read);
  }

  void read(String path) {
    List<String> lines = lines(path);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        add(line, "%s '%s', line %d".formatted(RestSettings.USERS_FILE, path, i + 1));
      }
    }
    required = true;
  }

  private static List<String> lines(String path) {
    try {
      return Files.readAllLines(Path.of(path));
    } catch (IOException | InvalidPathException e) {
      throw new IllegalStateException(
          "%s '%s' cannot be read".formatted(RestSettings.USERS_FILE, path), e);
    }
  }

  private void add(String line, String where) {
    int colon = line.indexOf(':');
    String name = line.substring(0, Math.max(colon, 0));
    String hash = line.substring(colon + 1);
    if (name.isEmpty() || !PasswordHash.isUnderstood(hash)) {
      throw new IllegalStateException(
          "%s: expected 'name:hash' with a hash of 'openssl passwd -6'".formatted(where));
    }
    if (users.put(name, new PasswordHash(hash)) != null) {
      throw new IllegalStateException("%s: user '%s' occurs twice".formatted(where, name));
    }
  }

  /** Whether callers have to authenticate. */
  public boolean isRequired() {
    return required;
  }

  /**
   * Takes the time that {@link #validate} takes for a user with a wrong password, so that the time
   * of an answer tells nobody which users exist: each check that fails computes one hash, that of a
   * user or, here, of another one. An identity store of somebody else's users adds its own time.
   */
  void spendTimeOnUnknown(UsernamePasswordCredential credential) {
    if (!users.containsKey(credential.getCaller())) {
      costOf(credential.getCaller()).fitsNot(credential.getPasswordAsString());
    }
  }

  // Always the same user for a name, as hashes may have different costs.
  PasswordHash costOf(String unknown) {
    List<PasswordHash> all = List.copyOf(users.values());
    return all.isEmpty() ? OF_NOBODY : all.get(Math.floorMod(unknown.hashCode(), all.size()));
  }

  /** Called by Jakarta Security, which selects this method by the type of the credential. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    PasswordHash known = users.get(credential.getCaller());
    if (known == null) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    return known.fits(credential.getPasswordAsString())
        ? new CredentialValidationResult(credential.getCaller())
        : CredentialValidationResult.INVALID_RESULT;
  }
}
