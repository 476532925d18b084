package dev.outwork.rest.security;

import dev.outwork.rest.settings.TokenSettings;
import dev.outwork.rest.token.KeySet;
import dev.outwork.rest.token.KeySource;
import dev.outwork.rest.token.KeysUnknown;
import dev.outwork.rest.token.TokenReader;
import dev.outwork.rest.token.TokenReader.Bearer;
import dev.outwork.rest.token.TokenRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * The bearer tokens that the operator has configured ({@link TokenSettings}); without an issuer
 * none is accepted.
 */
@ApplicationScoped
public class BearerTokens {
  private TokenReader reader;

  /** Fails the deployment if a setting is not valid, or a file with keys cannot be read. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
    TokenSettings.read().ifPresent(this::accept);
  }

  private void accept(TokenSettings settings) {
    KeySource source = new KeySource(settings.keys());
    KeySet keys = new KeySet(source, Clock.systemUTC());
    if (source.isFile()) {
      keys.require();
    } else {
      // An issuer that is down now may be up when the first token comes.
      keys.all();
    }
    reader = new TokenReader(settings, keys, Clock.systemUTC());
  }

  /** Whether tokens are accepted. */
  boolean areAccepted() {
    return reader != null;
  }

  /** Who bears a token. */
  Bearer read(String token) throws TokenRefused, KeysUnknown {
    return reader.read(token);
  }
}
