package dev.outwork.engine.database;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.Filter;
import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.SortKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers a {@link ListQuery} over one entity. A feature says what each filter and each sort key
 * means; paging, counting and the id as the last sort key are the same everywhere.
 */
public abstract class Listing<E, F extends Enum<F> & Filter, S extends Enum<S> & SortKey> {
  private final EntityManager entityManager;
  private final Class<E> entity;
  private final ListQuery<F, S> query;

  protected Listing(EntityManager entityManager, Class<E> entity, ListQuery<F, S> query) {
    this.entityManager = entityManager;
    this.entity = entity;
    this.query = query;
  }

  /** Whether a filter is asked for, for those that change what another one means. */
  protected final boolean asks(F filter) {
    return restricts(query.filters().getOrDefault(filter, false));
  }

  /** Whether a filter only changes what others mean, and is no condition of its own. */
  protected boolean onlyModifies(F filter) {
    return false;
  }

  /**
   * The same kind of list, asked by one group of conditions alone. Only lists that can be asked by
   * or-queries have such.
   */
  protected Listing<E, F, S> askedBy(ListQuery<F, S> group) {
    throw new BadUserRequestException("This kind of list cannot be asked by or-queries");
  }

  /** What holds of every row of the list, before any filter. */
  protected List<Predicate> always(Conditions<E> where) {
    return List.of();
  }

  /** What a filter demands. The value is of the kind that the filter declares. */
  protected abstract Predicate condition(F filter, Object value, Conditions<E> where);

  /** What a sort key sorts by. */
  protected abstract Expression<?> sortedBy(S key, Conditions<E> where);

  /** The list, of each entity a record. */
  public final <R> List<R> list(Function<? super E, R> make) {
    return listTogether(entities -> entities.stream().<R>map(make).toList());
  }

  /** What is made of all entities of the list together. */
  public final <R> List<R> listTogether(Function<List<E>, List<R>> make) {
    // Not every provider takes 0 for what it says.
    if (query.page().maxResults() == 0) {
      return List.of();
    }
    CriteriaBuilder build = entityManager.getCriteriaBuilder();
    CriteriaQuery<E> criteria = build.createQuery(entity);
    Conditions<E> where = new Conditions<>(build, criteria, criteria.from(entity));
    criteria.select(where.root()).where(predicates(where)).orderBy(orders(where));
    return Entities.list(
        entityManager, page(entityManager.createQuery(criteria), query.page()), make);
  }

  public final long count() {
    CriteriaBuilder build = entityManager.getCriteriaBuilder();
    CriteriaQuery<Long> criteria = build.createQuery(Long.class);
    Root<E> root = criteria.from(entity);
    Conditions<E> where = new Conditions<>(build, criteria, root);
    criteria.select(build.count(root)).where(predicates(where));
    return entityManager.createQuery(criteria).getSingleResult();
  }

  /** The ids of the list, in its order: for those who work on many and need no more. */
  public final List<String> ids() {
    if (query.page().maxResults() == 0) {
      return List.of();
    }
    CriteriaBuilder build = entityManager.getCriteriaBuilder();
    CriteriaQuery<String> criteria = build.createQuery(String.class);
    Root<E> root = criteria.from(entity);
    Conditions<E> where = new Conditions<>(build, criteria, root);
    criteria.select(root.get("id")).where(predicates(where)).orderBy(orders(where));
    return page(entityManager.createQuery(criteria), query.page()).getResultList();
  }

  private Predicate[] predicates(Conditions<E> where) {
    List<Predicate> predicates = new ArrayList<>(always(where));
    query
        .filters()
        .forEach(
            (filter, value) -> {
              if (isCondition(filter, value)) {
                predicates.add(condition(filter, value, where));
              }
            });
    for (Map<F, Object> group : query.orQueries()) {
      List<Predicate> any = askedBy(new ListQuery<>(group, List.of(), Page.ALL)).each(where);
      if (!any.isEmpty()) {
        predicates.add(where.build().or(any.toArray(Predicate[]::new)));
      }
    }
    return predicates.toArray(Predicate[]::new);
  }

  /** All conditions apart, also those on single variables. */
  private List<Predicate> each(Conditions<E> where) {
    List<Predicate> each = new ArrayList<>();
    query
        .filters()
        .forEach(
            (filter, value) -> {
              if (filter.kind() == Filter.Kind.VARIABLE_CONDITIONS) {
                ((List<?>) value).forEach(one -> each.add(condition(filter, List.of(one), where)));
              } else if (isCondition(filter, value)) {
                each.add(condition(filter, value, where));
              }
            });
    return each;
  }

  private boolean isCondition(F filter, Object value) {
    return restricts(value) && !onlyModifies(filter);
  }

  // An empty list and a flag that is not set restrict nothing (docs/rest-api.md, "Lists").
  private static boolean restricts(Object value) {
    if (value instanceof List<?> list) {
      return !list.isEmpty();
    }
    return !Boolean.FALSE.equals(value);
  }

  private List<Order> orders(Conditions<E> where) {
    List<Order> orders = new ArrayList<>();
    Expression<?> id = where.root().get("id");
    for (ListQuery.Sort<S> sort : query.sorting()) {
      Expression<?> by = sortedBy(sort.key(), where);
      orders.add(sort.ascending() ? where.build().asc(by) : where.build().desc(by));
      if (sort.key().parameter().equals("id")) {
        return orders;
      }
    }
    orders.add(where.build().asc(id));
    return orders;
  }

  private static <T> TypedQuery<T> page(TypedQuery<T> query, Page page) {
    if (page.firstResult() > 0) {
      query.setFirstResult(page.firstResult());
    }
    if (page.maxResults() < Integer.MAX_VALUE) {
      query.setMaxResults(page.maxResults());
    }
    return query;
  }
}
