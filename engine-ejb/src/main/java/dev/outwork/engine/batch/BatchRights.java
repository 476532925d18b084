package dev.outwork.engine.batch;

import dev.outwork.api.AuthorizationException;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.NamePatterns;
import dev.outwork.engine.right.Rights;
import dev.outwork.engine.right.Thing;
import dev.outwork.engine.right.Verb;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.Optional;

/**
 * What a caller may do with batches: everything with its own ones; with those of others what it may
 * do with all processes, because their elements may belong to any.
 *
 * @param caller the name of the user; empty if there is none
 */
record BatchRights(Rights rights, Optional<String> caller) {
  /** Whether there is nothing to check. */
  boolean areAll() {
    return rights.areAll();
  }

  /**
   * Whether this may be done; if not, it must look as if the batch did not exist.
   *
   * @throws AuthorizationException if the caller may read it, so that there is nothing to hide
   */
  boolean permit(Verb verb, BatchEntity batch) {
    if (isOwn(batch) || mayDoWithAll(verb)) {
      return true;
    }
    if (mayDoWithAll(Verb.READ)) {
      throw new AuthorizationException(
          "The caller may not %s on batch '%s', which is not its own".formatted(verb, batch.id()));
    }
    return false;
  }

  /** What may be read, in lists. */
  List<Predicate> see(Conditions<BatchEntity> batches) {
    return mayDoWithAll(Verb.READ)
        ? List.of()
        : List.of(
            caller
                .map(name -> batches.is("createdBy", name))
                .orElseGet(() -> batches.matches("createdBy", NamePatterns.NONE)));
  }

  private boolean isOwn(BatchEntity batch) {
    return caller.isPresent() && caller.equals(batch.createdBy());
  }

  private boolean mayDoWithAll(Verb verb) {
    return rights.allowAll(verb, Thing.PROCESS);
  }
}
