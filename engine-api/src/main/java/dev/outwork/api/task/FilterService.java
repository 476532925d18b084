package dev.outwork.api.task;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NotValidException;
import dev.outwork.api.ProcessEngineException;
import java.util.List;
import java.util.Optional;

/**
 * Filters of tasks that are kept for task lists. The engine stores a query as a text, and does not
 * execute it: whoever reads it asks {@link TaskService}, with the values of its expressions.
 *
 * <p>Unless the caller may operate on all processes, it sees only its own filters and those without
 * an owner, and changes only its own.
 */
public interface FilterService {
  /**
   * Keeps a filter.
   *
   * @throws NotValidException if it has no name
   * @throws AuthorizationException if it would not be the caller's own
   */
  SavedFilter createFilter(SavedFilterDetails details);

  /**
   * Replaces all that users can change in a filter.
   *
   * @throws NotFoundException if there is none that the caller sees
   * @throws NotValidException if it would have no name
   * @throws AuthorizationException if it is not the caller's own, or would not be any more
   */
  void saveFilter(String id, SavedFilterDetails details);

  /**
   * Deletes a filter.
   *
   * @throws NotFoundException if there is none that the caller sees
   * @throws AuthorizationException if it is not the caller's own
   */
  void deleteFilter(String id);

  Optional<SavedFilter> filter(String id);

  List<SavedFilter> filters(ListQuery<SavedFilterFilter, SavedFilterSort> query);

  long countFilters(ListQuery<SavedFilterFilter, SavedFilterSort> query);

  /**
   * The value of an expression in a query, such as {@code ${currentUser()}}, for the caller and
   * now.
   *
   * @return a {@link String}, an {@link java.time.Instant}, a list of texts, or null
   * @throws ProcessEngineException if it is not well-formed, would run code, or has another value
   */
  Object evaluate(String expression);
}
