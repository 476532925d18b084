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
 * Executes a {@link ListQuery} on one entity. A feature defines the meaning of each filter and sort
 * key; paging, counting and the id as the last sort key are common.
 */
public abstract class Listing<E, F extends Enum<F> & Filter, S extends Enum<S> & SortKey> {
  private final EntityManager entityManager;
  private final Class<E> entity;
  private final ListQuery<F, S> query;
  private Function<Conditions<E>, List<Predicate>> seen = where -> List.of();
  private Function<Conditions<E>, List<Predicate>> compared = where -> List.of();

  protected Listing(EntityManager entityManager, Class<E> entity, ListQuery<F, S> query) {
    this.entityManager = entityManager;
    this.entity = entity;
    this.query = query;
  }

  /**
   * Restricts the list, its counts and its ids to what the caller may see, whatever the query says.
   */
  public final Listing<E, F, S> seenBy(Function<Conditions<E>, List<Predicate>> conditions) {
    this.seen = conditions;
    return this;
  }

  /**
   * Lets conditions on variables hold only where these conditions do: otherwise they would tell
   * values that the caller may not read.
   */
  public final Listing<E, F, S> comparing(Function<Conditions<E>, List<Predicate>> conditions) {
    this.compared = conditions;
    return this;
  }

  /** Whether the query uses a filter, for filters that modify others. */
  protected final boolean asks(F filter) {
    return restricts(query.filters().getOrDefault(filter, false));
  }

  /** Whether a filter only modifies others and is no condition of its own. */
  protected boolean onlyModifies(F filter) {
    return false;
  }

  /** The same kind of list for one group of filters. Only lists that support or-queries have it. */
  protected Listing<E, F, S> askedBy(ListQuery<F, S> group) {
    throw new BadUserRequestException("This kind of list does not support or-queries");
  }

  /** The conditions of the list itself, before any filter. */
  protected List<Predicate> always(Conditions<E> where) {
    return List.of();
  }

  /** The condition of a filter. The value is of the kind that the filter declares. */
  protected abstract Predicate condition(F filter, Object value, Conditions<E> where);

  /** The expression of a sort key. */
  protected abstract Expression<?> sortedBy(S key, Conditions<E> where);

  /** The list, of each entity a record. */
  public final <R> List<R> list(Function<? super E, R> make) {
    return listTogether(entities -> entities.stream().<R>map(make).toList());
  }

  /** What is made of all entities of the list together. */
  public final <R> List<R> listTogether(Function<List<E>, List<R>> make) {
    // Some providers do not treat 0 as a limit.
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

  /** The ids of the result, in its order: for bulk operations. */
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
    predicates.addAll(seen.apply(where));
    query
        .filters()
        .forEach(
            (filter, value) -> {
              if (isCondition(filter, value)) {
                predicates.add(permitted(filter, value, where));
              }
            });
    for (Map<F, Object> group : query.orQueries()) {
      List<Predicate> any =
          askedBy(new ListQuery<>(group, List.of(), Page.ALL)).comparing(compared).each(where);
      if (!any.isEmpty()) {
        predicates.add(where.build().or(any.toArray(Predicate[]::new)));
      }
    }
    return predicates.toArray(Predicate[]::new);
  }

  /** All conditions, each by itself, those on variables included. */
  private List<Predicate> each(Conditions<E> where) {
    List<Predicate> each = new ArrayList<>();
    query
        .filters()
        .forEach(
            (filter, value) -> {
              if (filter.kind() == Filter.Kind.VARIABLE_CONDITIONS) {
                ((List<?>) value).forEach(one -> each.add(permitted(filter, List.of(one), where)));
              } else if (isCondition(filter, value)) {
                each.add(permitted(filter, value, where));
              }
            });
    return each;
  }

  private Predicate permitted(F filter, Object value, Conditions<E> where) {
    Predicate condition = condition(filter, value, where);
    List<Predicate> all =
        filter.kind() == Filter.Kind.VARIABLE_CONDITIONS ? compared.apply(where) : List.of();
    return all.isEmpty() ? condition : where.build().and(condition, where.all(all));
  }

  private boolean isCondition(F filter, Object value) {
    return restricts(value) && !onlyModifies(filter);
  }

  // An empty list and an unset flag restrict nothing (docs/rest-api.md, "Lists").
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
