package dev.outwork.engine.usertask;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.right.Rights;
import dev.outwork.engine.right.Thing;
import dev.outwork.engine.right.Verb;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.Optional;

/**
 * What a caller may do with saved filters: everything if it may operate on all processes, otherwise
 * see its own and those of nobody, and change its own.
 */
record FilterRights(boolean toAll, Optional<String> user) {
  static FilterRights of(Rights caller) {
    return new FilterRights(caller.allowAll(Verb.OPERATE, Thing.PROCESS), AuthenticatedUser.name());
  }

  boolean show(String owner) {
    return toAll || owner == null || isCaller(owner);
  }

  List<Predicate> see(Conditions<SavedFilterEntity> where) {
    if (toAll) {
      return List.of();
    }
    Predicate ofNobody = where.isNull("owner");
    return List.of(
        user.map(name -> where.build().or(ofNobody, where.is("owner", name))).orElse(ofNobody));
  }

  void checkChange(String owner) {
    if (!toAll && !isCaller(owner)) {
      throw new AuthorizationException(
          owner == null
              ? "The caller may not change a filter without an owner"
              : "The caller may not change a filter of '%s'".formatted(owner));
    }
  }

  private boolean isCaller(String owner) {
    return user.filter(name -> name.equals(owner)).isPresent();
  }
}
