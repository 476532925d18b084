package dev.outwork.it.benchmark;

/**
 * Fills a database with what a large installation has: running instances with one task each, spread
 * over topics, and ended ones. Of a running instance the history has three rows, of an ended one
 * four.
 */
final class Full {
  static final int TOPICS = 200;

  private static final String[] RUNNING = {
    """
    insert into process_instance (id, process_definition_id, definition_key, business_key, state, start_activity_id,
                                  started_at, root_id)
    select 'full-' || n, '%1$s', '%2$s', 'order ' || n, 'ACTIVE', 'start',
           now() - n * interval '0.1 second', 'full-' || n
      from generate_series(1, %3$d) n
    """,
    """
    insert into activity_instance (id, process_instance_id, activity_id, activity_type, started_at, canceled)
    select 'full-a-' || n, 'full-' || n, 'work', 'serviceTask', now() - n * interval '0.1 second', false
      from generate_series(1, %3$d) n
    """,
    """
    insert into external_task (id, topic_name, state, priority, created_at, worker_id, locked_until, retries,
                               process_instance_id, activity_instance_id, activity_id, process_definition_id,
                               definition_key, business_key)
    select 'full-t-' || n, 'topic-' || n %% %4$d,
           case when n %% 10 = 0 then 'LOCKED' when n %% 100 = 1 then 'EXHAUSTED' else 'OPEN' end, 0,
           now() - n * interval '0.1 second',
           case when n %% 10 = 0 then 'worker-' || n %% 500 end,
           case when n %% 10 = 0 then now() + interval '10 hours' end,
           case when n %% 100 = 1 then 0 end,
           'full-' || n, 'full-a-' || n, 'work', '%1$s', '%2$s', 'order ' || n
      from generate_series(1, %3$d) n
    """,
    """
    insert into external_task_log (id, logged_at, kind, external_task_id, topic_name, priority, activity_id,
                                   activity_instance_id, process_instance_id)
    select 'full-t-' || n, now() - n * interval '0.1 second', 'CREATED', 'full-t-' || n, 'topic-' || n %% %4$d, 0,
           'work', 'full-a-' || n, 'full-' || n
      from generate_series(1, %3$d) n
    """
  };

  private static final String[] ENDED = {
    """
    insert into process_instance (id, process_definition_id, definition_key, business_key, state, start_activity_id,
                                  started_at, ended_at, root_id)
    select 'gone-' || n, '%1$s', '%2$s', 'old order ' || n, 'COMPLETED', 'start',
           now() - interval '2 days' - n * interval '1 second', now() - interval '1 day' - n * interval '1 second',
           'gone-' || n
      from generate_series(1, %3$d) n
    """,
    """
    insert into activity_instance (id, process_instance_id, activity_id, activity_type, started_at, ended_at, canceled)
    select 'gone-a-' || n, 'gone-' || n, 'work', 'serviceTask',
           now() - interval '2 days' - n * interval '1 second', now() - interval '1 day' - n * interval '1 second',
           false
      from generate_series(1, %3$d) n
    """,
    """
    insert into external_task_log (id, logged_at, kind, external_task_id, topic_name, worker_id, priority, activity_id,
                                   activity_instance_id, process_instance_id)
    select 'gone-' || kind || n, now() - interval '1 day' - n * interval '1 second', kind, 'gone-t-' || n,
           'topic-' || n %% %4$d, case when kind = 'SUCCESSFUL' then 'worker-' || n %% 500 end, 0, 'work',
           'gone-a-' || n, 'gone-' || n
      from generate_series(1, %3$d) n, unnest(array['CREATED', 'SUCCESSFUL']) kind
    """
  };

  private Full() {}

  /**
   * Writes the rows.
   *
   * @param key of a process that is deployed and has an external task {@code work}
   */
  static void fill(Database database, String key, int running, int ended) {
    String definition =
        database.text(
            "select id from process_definition where definition_key = '" + key + "' limit 1");
    for (String rows : RUNNING) {
      database.execute(rows.formatted(definition, key, running, TOPICS));
    }
    for (String rows : ENDED) {
      database.execute(rows.formatted(definition, key, ended, TOPICS));
    }
    database.execute("vacuum analyze");
  }
}
