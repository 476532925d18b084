package dev.outwork.engine.right;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;

/**
 * The grants of this node, as the operator's file has them now. The file is read when the node
 * starts, which fails if a line cannot be understood: an engine must not be open by accident.
 */
@Collaborator
@Dependent
public class Grants {
  private static final Logger LOG = Logger.getLogger(Grants.class.getName());

  private final Optional<GrantsFile> file;
  private final AtomicReference<State> state;

  /**
   * What is known of the file.
   *
   * @param version the last one that was looked at, whether or not it could be understood; empty if
   *     there was no file
   * @param book of the last one that was understood
   */
  private record State(Optional<GrantsFile.Version> version, GrantBook book) {}

  @Inject
  Grants() {
    file = Settings.grantsFile().map(GrantsFile::new);
    // The version first: what changes meanwhile is read the next time.
    state =
        new AtomicReference<>(
            file.map(given -> new State(given.version(), given.read())).orElse(null));
  }

  /** What the user of this thread may do; nothing if there are grants, but no user. */
  public Rights ofCaller() {
    State now = state.get();
    if (now == null) {
      return Rights.ALL;
    }
    return AuthenticatedUser.name()
        .map(name -> now.book().of(name, AuthenticatedUser.groups()))
        .orElse(Rights.NONE);
  }

  /** Reads the file again if it has changed; if it cannot be read, the grants stay. */
  void look() {
    file.ifPresent(this::look);
  }

  private void look(GrantsFile given) {
    State before = state.get();
    Optional<GrantsFile.Version> version = given.version();
    if (version.equals(before.version())) {
      return;
    }
    try {
      state.set(new State(version, given.read()));
      LOG.info(() -> "The grants were read again from '%s'".formatted(given.path()));
    } catch (IllegalStateException e) {
      state.set(new State(version, before.book()));
      LOG.warning(() -> "The grants stay as they were: %s".formatted(e.getMessage()));
    }
  }
}
