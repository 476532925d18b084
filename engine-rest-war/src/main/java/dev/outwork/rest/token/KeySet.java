package dev.outwork.rest.token;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The public keys of an issuer, as they were read last. They are read again when they are old, so
 * that a key that the issuer has withdrawn is forgotten, and when a token names a key that is not
 * among them, so that a new one is known at once. If that fails, the old ones stay.
 */
public final class KeySet {
  /** After which they are read again. */
  static final Duration MOST_AGE = Duration.ofMinutes(10);

  private static final System.Logger LOG = System.getLogger(KeySet.class.getName());

  private final KeySource source;
  private final Clock clock;
  // It pauses after a reading because of unknown keys, or one that has failed.
  private final ReadingTurn turn;
  private volatile Keys known = new Keys(List.of(), Instant.MIN);

  private record Keys(List<PublicJsonWebKey> all, Instant readAt) {}

  public KeySet(KeySource source, Clock clock) {
    this.source = source;
    this.clock = clock;
    this.turn = new ReadingTurn(clock);
  }

  /** Reads the keys, of which there must be one. */
  public void require() {
    try {
      read();
    } catch (IOException e) {
      throw new IllegalStateException(
          "The keys of bearer tokens cannot be read from '%s': %s"
              .formatted(source.place(), ProviderCall.reason(e)),
          e);
    }
    if (known.all().isEmpty()) {
      throw new IllegalStateException("There is no public key in '%s'".formatted(source.place()));
    }
  }

  /** Whether keys have ever been read. */
  boolean isKnown() {
    return !known.readAt().equals(Instant.MIN);
  }

  /** All keys; one caller reads them again if they are old, and the others do not wait for it. */
  public List<PublicJsonWebKey> all() {
    if (isOld() && turn.takeAtOnce()) {
      try {
        if (isOld()) {
          readOrWarn();
        }
      } finally {
        turn.end();
      }
    }
    return known.all();
  }

  /**
   * All keys, because the one that is asked for is not among those seen. If another caller has been
   * reading them for a second, they are still those known before.
   */
  List<PublicJsonWebKey> allBut(List<PublicJsonWebKey> seen) {
    if (!turn.take()) {
      return known.all();
    }
    try {
      // Else somebody else has read them meanwhile.
      if (known.all() == seen && !turn.isPausing()) {
        readOrWarn();
        turn.pause();
      }
      return known.all();
    } finally {
      turn.end();
    }
  }

  private boolean isOld() {
    return clock.instant().isAfter(known.readAt().plus(MOST_AGE)) && !turn.isPausing();
  }

  private void readOrWarn() {
    try {
      read();
    } catch (IOException e) {
      turn.pause();
      LOG.log(
          Level.WARNING,
          () ->
              "The keys of bearer tokens cannot be read from '%s', known ones stay: %s"
                  .formatted(source.place(), ProviderCall.reason(e)));
    }
  }

  private void read() throws IOException {
    known = new Keys(parsed(source.read()), clock.instant());
  }

  // Secrets in it are left out: nobody may sign with what everybody can read.
  private static List<PublicJsonWebKey> parsed(String text) throws IOException {
    try {
      return new JsonWebKeySet(text)
          .getJsonWebKeys().stream()
              .filter(PublicJsonWebKey.class::isInstance)
              .map(PublicJsonWebKey.class::cast)
              .toList();
    } catch (JoseException | ClassCastException | NullPointerException e) {
      // The library casts what it finds.
      throw new IOException("It is no JSON Web Key Set", e);
    }
  }
}
