package dev.outwork.engine.waiting;

import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/** Finds the topics that have fetchable tasks. */
@Collaborator
public class FetchableTopics {
  private static final Statement AMONG =
      Statement.of(
          """
          select w.topic_name
            from unnest(cast(:topics as varchar array)) w (topic_name)
           where exists (select 1
                           from external_task t
                          where t.topic_name = w.topic_name
                            and t.state = 'OPEN')
              or exists (select 1
                           from external_task t
                          where t.topic_name = w.topic_name
                            and t.state = 'LOCKED'
                            and t.locked_until <= :now)
          """);

  private final Sql sql;
  private final Clock clock;

  @Inject
  FetchableTopics(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Set<String> among(Set<String> topics) {
    String[] names = topics.toArray(String[]::new);
    return Set.copyOf(sql.texts(AMONG.with("topics", names).with("now", clock.instant())));
  }
}
