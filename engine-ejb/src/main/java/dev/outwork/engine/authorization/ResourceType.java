package dev.outwork.engine.authorization;

import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Rights;
import dev.outwork.engine.right.Thing;
import dev.outwork.engine.right.Verb;
import java.util.Optional;

/** The kinds of resources of Camunda 7, in the order of their numbers. */
enum ResourceType {
  APPLICATION(Grounds.EVERYBODY),
  USER(Grounds.STORE),
  GROUP(Grounds.STORE),
  GROUP_MEMBERSHIP(Grounds.STORE),
  AUTHORIZATION(Grounds.GRANTS),
  FILTER(Grounds.EVERYBODY),
  PROCESS_DEFINITION(Grounds.PROCESS),
  TASK(Grounds.PROCESSES),
  PROCESS_INSTANCE(Grounds.PROCESSES),
  DEPLOYMENT(Grounds.DEPLOYMENT),
  DECISION_DEFINITION(Grounds.DECISION),
  TENANT(Grounds.STORE),
  TENANT_MEMBERSHIP(Grounds.STORE),
  BATCH(Grounds.PROCESSES),
  DECISION_REQUIREMENTS_DEFINITION(Grounds.DECISION),
  REPORT(Grounds.NOBODY),
  DASHBOARD(Grounds.NOBODY),
  OPERATION_LOG_CATEGORY(Grounds.PROCESSES),
  OPTIMIZE(Grounds.NOBODY),
  HISTORIC_TASK(Grounds.PROCESSES),
  HISTORIC_PROCESS_INSTANCE(Grounds.PROCESSES),
  SYSTEM(Grounds.PROCESSES);

  private final Grounds grounds;

  /** What decides. */
  private enum Grounds {
    /** Whoever authenticates may. */
    EVERYBODY,
    /** The engine has no such thing. */
    NOBODY,
    /** A store of users, which the engine does not write. */
    STORE,
    /** The file of grants, which the engine does not write. */
    GRANTS,
    /** Grants on the process with this key. */
    PROCESS,
    /** Grants on all processes: an id may be that of anything. */
    PROCESSES,
    /** Grants on the decision with this key. */
    DECISION,
    /** Deployments are seen by everybody, and made by those who may deploy everywhere. */
    DEPLOYMENT
  }

  ResourceType(Grounds grounds) {
    this.grounds = grounds;
  }

  static Optional<ResourceType> of(int number) {
    return number >= 0 && number < values().length
        ? Optional.of(values()[number])
        : Optional.empty();
  }

  /**
   * @param id null for all resources of this kind
   */
  boolean allows(Permission permission, String id, Rights rights) {
    return switch (permission) {
      case NONE -> true;
      case READ -> mayRead(id, rights);
      case READ_VARIABLES -> mayReadVariables(id, rights);
      case CHANGE -> mayChange(id, rights);
      case ALL -> mayRead(id, rights) && mayReadVariables(id, rights) && mayChange(id, rights);
    };
  }

  private boolean mayRead(String id, Rights rights) {
    return switch (grounds) {
      case EVERYBODY, STORE, DEPLOYMENT -> true;
      case NOBODY -> false;
      case GRANTS -> allow(rights, Verb.GRANT, Thing.GRANTS, null);
      case PROCESS -> allow(rights, Verb.READ, Thing.PROCESS, id);
      case PROCESSES -> allow(rights, Verb.READ, Thing.PROCESS, null);
      case DECISION -> allow(rights, Verb.READ, Thing.DECISION, id);
    };
  }

  private boolean mayReadVariables(String id, Rights rights) {
    return switch (grounds) {
      case PROCESS ->
          id == null ? new ProcessRights(rights).showAllVariables() : rights.showVariablesOf(id);
      case PROCESSES -> new ProcessRights(rights).showAllVariables();
      default -> mayRead(id, rights);
    };
  }

  private boolean mayChange(String id, Rights rights) {
    return switch (grounds) {
      case EVERYBODY -> true;
      case NOBODY, STORE, GRANTS -> false;
      case DEPLOYMENT -> allow(rights, Verb.DEPLOY, Thing.TENANT, null);
      case PROCESS -> allow(rights, Verb.OPERATE, Thing.PROCESS, id);
      case PROCESSES -> allow(rights, Verb.OPERATE, Thing.PROCESS, null);
      case DECISION -> allow(rights, Verb.OPERATE, Thing.DECISION, id);
    };
  }

  private static boolean allow(Rights rights, Verb verb, Thing thing, String id) {
    return id == null ? rights.allowAll(verb, thing) : rights.allow(verb, thing, id);
  }
}
