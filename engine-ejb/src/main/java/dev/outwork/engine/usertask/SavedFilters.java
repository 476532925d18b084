package dev.outwork.engine.usertask;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NotValidException;
import dev.outwork.api.task.FilterService;
import dev.outwork.api.task.SavedFilter;
import dev.outwork.api.task.SavedFilterDetails;
import dev.outwork.api.task.SavedFilterFilter;
import dev.outwork.api.task.SavedFilterSort;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Kind;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.right.Grants;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The boundary of saved filters. */
@Stateless
@TellsOutages
@Local(FilterService.class)
public class SavedFilters implements FilterService {
  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private SavedFilterStore store;
  @Inject private FilterExpressions expressions;
  @Inject private OperationLog log;

  @Override
  public SavedFilter createFilter(SavedFilterDetails details) {
    check(details);
    rights().checkChange(details.owner());
    SavedFilter created = new SavedFilter(Ids.next(), details);
    store.insert(created);
    log.add(of("Create", created.id()));
    return created;
  }

  @Override
  public void saveFilter(String id, SavedFilterDetails details) {
    check(details);
    hold(id);
    rights().checkChange(details.owner());
    store.save(new SavedFilter(id, details));
    log.add(of("Update", id));
  }

  @Override
  public void deleteFilter(String id) {
    hold(id);
    store.delete(id);
    log.add(of("Delete", id));
  }

  @Override
  public Optional<SavedFilter> filter(String id) {
    FilterRights rights = rights();
    return Entities.find(
        entityManager,
        SavedFilterEntity.class,
        id,
        found ->
            found
                .map(SavedFilterEntity::toFilter)
                .filter(filter -> rights.show(filter.details().owner())));
  }

  @Override
  public List<SavedFilter> filters(ListQuery<SavedFilterFilter, SavedFilterSort> query) {
    return new SavedFilterList(entityManager, query)
        .seenBy(rights()::see)
        .list(SavedFilterEntity::toFilter);
  }

  @Override
  public long countFilters(ListQuery<SavedFilterFilter, SavedFilterSort> query) {
    return new SavedFilterList(entityManager, query).seenBy(rights()::see).count();
  }

  @Override
  public Object evaluate(String expression) {
    return expressions.evaluate(expression);
  }

  private static Operation of(String type, String id) {
    return Operation.of(Kind.FILTER, type).change("filterId", null, id);
  }

  private FilterRights rights() {
    return FilterRights.of(grants.ofCaller());
  }

  private void hold(String id) {
    FilterRights rights = rights();
    SavedFilter found =
        store
            .hold(id)
            .filter(filter -> rights.show(filter.details().owner()))
            .orElseThrow(
                () -> new NotFoundException("Filter with id '%s' does not exist".formatted(id)));
    rights.checkChange(found.details().owner());
  }

  private static void check(SavedFilterDetails details) {
    if (details.name() == null || details.name().isEmpty()) {
      throw new NotValidException("A filter needs a name");
    }
    Limits.check(details);
  }
}
