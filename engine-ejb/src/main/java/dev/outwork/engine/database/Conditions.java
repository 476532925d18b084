package dev.outwork.engine.database;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Builds the conditions of lists, on the attributes of one entity. */
public record Conditions<E>(CriteriaBuilder build, AbstractQuery<?> query, Root<E> root) {
  private static final char ESCAPE = '!';

  public Predicate is(String attribute, Object value) {
    return build.equal(root.get(attribute), value);
  }

  public Predicate isNot(String attribute, Object value) {
    return build.notEqual(root.get(attribute), value);
  }

  public Predicate in(String attribute, Object values) {
    return root.get(attribute).in((Collection<?>) values);
  }

  public Predicate notIn(String attribute, Object values) {
    return build.not(in(attribute, values));
  }

  /**
   * The attribute equals an attribute of a matching row of another entity. An index on the
   * attribute is used for the lookup.
   */
  public <T> Predicate inThoseOf(
      String attribute, Class<T> entity, String others, Function<Conditions<T>, Predicate> that) {
    // Hibernate compares a text with texts only; these attributes are ids.
    Subquery<String> subquery = query.subquery(String.class);
    Root<T> other = subquery.from(entity);
    subquery
        .select(other.<String>get(others))
        .where(that.apply(new Conditions<>(build, subquery, other)));
    return root.get(attribute).in(subquery);
  }

  /** One of these tenants, or no tenant if {@code orNone}. */
  public Predicate tenantIn(Object tenantIds, boolean orNone) {
    Predicate one = in("tenantId", tenantIds);
    return orNone ? build.or(one, isNull("tenantId")) : one;
  }

  /** The caller supplies the wildcards (docs/rest-api.md, "Lists"). */
  public Predicate like(String attribute, Object pattern) {
    return build.like(root.<String>get(attribute), (String) pattern);
  }

  /**
   * The attribute is one of these names.
   *
   * @param attribute may be one of another entity that this one refers to: {@code instance.key}
   */
  public Predicate matches(String attribute, NamePatterns names) {
    Path<String> path = path(attribute);
    List<Predicate> any = new ArrayList<>();
    if (!names.exact().isEmpty()) {
      any.add(path.in(names.exact()));
    }
    for (String prefix : names.prefixes()) {
      any.add(build.like(path, literally(prefix) + "%", ESCAPE));
    }
    return any.isEmpty() ? never(path) : build.or(any.toArray(Predicate[]::new));
  }

  private <T> Path<T> path(String attribute) {
    int dot = attribute.lastIndexOf('.');
    return dot < 0
        ? root.get(attribute)
        : path(attribute.substring(0, dot)).get(attribute.substring(dot + 1));
  }

  /** The same as a list, which has nothing if every name is one of them. */
  public List<Predicate> restrictedTo(String attribute, NamePatterns names) {
    return names.isAll() ? List.of() : List.of(matches(attribute, names));
  }

  // Some providers leave out a constant condition, which would show everything.
  private Predicate never(Path<?> path) {
    return build.and(build.isNull(path), build.isNotNull(path));
  }

  private static String literally(String text) {
    return text.replaceAll("[%_!]", ESCAPE + "$0");
  }

  public Predicate isNull(String attribute) {
    return build.isNull(root.get(attribute));
  }

  public Predicate isNotNull(String attribute) {
    return build.isNotNull(root.get(attribute));
  }

  public Predicate before(String attribute, Object instant) {
    return build.lessThan(root.<Instant>get(attribute), (Instant) instant);
  }

  public Predicate after(String attribute, Object instant) {
    return build.greaterThan(root.<Instant>get(attribute), (Instant) instant);
  }

  /** At or before the instant. */
  public Predicate until(String attribute, Object instant) {
    return build.lessThanOrEqualTo(root.<Instant>get(attribute), (Instant) instant);
  }

  /** At or after the instant. */
  public Predicate since(String attribute, Object instant) {
    return build.greaterThanOrEqualTo(root.<Instant>get(attribute), (Instant) instant);
  }

  public Predicate atLeast(String attribute, Object number) {
    return build.greaterThanOrEqualTo(root.<Long>get(attribute), (Long) number);
  }

  public Predicate atMost(String attribute, Object number) {
    return build.lessThanOrEqualTo(root.<Long>get(attribute), (Long) number);
  }

  public Predicate all(List<Predicate> predicates) {
    return build.and(predicates.toArray(Predicate[]::new));
  }

  /** A row of another entity exists that matches {@code that}, which gets a path of this one. */
  public <T> Predicate exists(
      Class<T> entity, String own, BiFunction<Conditions<T>, Path<?>, List<Predicate>> that) {
    Subquery<Object> subquery = query.subquery(Object.class);
    Root<T> other = subquery.from(entity);
    Conditions<T> conditions = new Conditions<>(build, subquery, other);
    subquery
        .select(other.get("id"))
        .where(that.apply(conditions, root.get(own)).toArray(Predicate[]::new));
    return build.exists(subquery);
  }
}
