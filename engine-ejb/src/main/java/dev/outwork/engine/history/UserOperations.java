package dev.outwork.engine.history;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.history.UserOperation;
import dev.outwork.api.history.UserOperationFilter;
import dev.outwork.api.history.UserOperationService;
import dev.outwork.api.history.UserOperationSort;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.operation.OperationStore;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The boundary of the operation log. */
@Stateless
@TellsOutages
@Local(UserOperationService.class)
public class UserOperations implements UserOperationService {
  /** The maximum length of an annotation, in characters. */
  public static final int MAX_ANNOTATION_LENGTH = 4_000;

  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private OperationStore store;
  @Inject private OperationLog log;

  @Override
  public List<UserOperation> userOperations(
      ListQuery<UserOperationFilter, UserOperationSort> query) {
    return list(query, rights())
        .listTogether(
            found ->
                Belonging.tellAll(
                    found,
                    UserOperationEntity::rootProcessInstanceId,
                    (line, belonging) -> line.toUserOperation(belonging.removalTime()),
                    entityManager));
  }

  @Override
  public long countUserOperations(ListQuery<UserOperationFilter, UserOperationSort> query) {
    return list(query, rights()).count();
  }

  // What was done on no process, such as a deployment, is seen by those who may read all.
  private Listing<UserOperationEntity, UserOperationFilter, UserOperationSort> list(
      ListQuery<UserOperationFilter, UserOperationSort> query, ProcessRights rights) {
    return new UserOperationList(entityManager, query)
        .seenBy(where -> rights.see(where, "definitionKey"));
  }

  @Override
  public void setAnnotation(String operationId, String annotation) {
    ProcessRights rights = rights();
    check(operationId, annotation);
    List<UserOperationEntity> lines = lines(operationId);
    boolean isPermitted =
        !lines.isEmpty()
            && (rights.areAll()
                || lines.stream()
                    .map(UserOperationEntity::definitionKey)
                    .allMatch(key -> key != null && rights.permit(Verb.OPERATE, key)));
    if (!isPermitted) {
      throw new BadUserRequestException(
          "Cannot annotate operation '%s': operations is empty".formatted(operationId));
    }
    store.annotate(operationId, annotation);
    log.add(
        Operation.of(
                Operation.Kind.OPERATION_LOG,
                annotation == null ? "ClearAnnotation" : "SetAnnotation")
            .change("operationId", null, operationId));
  }

  @Override
  public void clearAnnotation(String operationId) {
    setAnnotation(operationId, null);
  }

  private List<UserOperationEntity> lines(String operationId) {
    return new UserOperationList(
            entityManager,
            ListQuery.<UserOperationFilter, UserOperationSort>all()
                .with(UserOperationFilter.OPERATION_ID, operationId))
        .listTogether(List::copyOf);
  }

  private static void check(String operationId, String annotation) {
    ensureNotNull("operationId", operationId);
    if (annotation != null && annotation.length() > MAX_ANNOTATION_LENGTH) {
      throw new ProcessEngineException(
          "Cannot annotate operation '%s' with %d characters: at most %d are allowed"
              .formatted(operationId, annotation.length(), MAX_ANNOTATION_LENGTH),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
  }

  private ProcessRights rights() {
    return new ProcessRights(grants.ofCaller());
  }
}
