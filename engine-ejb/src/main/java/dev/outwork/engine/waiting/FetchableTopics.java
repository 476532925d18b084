package dev.outwork.engine.waiting;

import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the topics that have fetchable tasks. */
@ApplicationScoped
public class FetchableTopics {
  private static final String AMONG =
      """
      select w.topic_name
        from (values <topics>) w (topic_name)
       where exists (select 1
                       from external_task t
                      where t.topic_name = w.topic_name
                        and t.state = 'OPEN')
          or exists (select 1
                       from external_task t
                      where t.topic_name = w.topic_name
                        and t.state = 'LOCKED'
                        and t.locked_until <= :now)
      """;

  private final Sql sql;
  private final Clock clock;

  /** Required for the container's proxy. */
  protected FetchableTopics() {
    this(null, null);
  }

  @Inject
  FetchableTopics(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Set<String> among(Set<String> topics) {
    List<Name> names = topics.stream().map(Name::new).toList();
    return sql.ask(
        handle ->
            handle
                .createQuery(AMONG)
                .bindMethodsList("topics", names, List.of("name"))
                .bind("now", clock.instant())
                .mapTo(String.class)
                .collect(Collectors.toSet()));
  }

  /** A row of one column. */
  public record Name(String name) {}
}
