package dev.outwork.mover.destination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which call hierarchies have come over: a row commits with the hierarchy. */
public final class MovedInstances {
  static final String PROBE = "select m.root_id, m.moved_at from moved_instance m where 1 = 0";

  private static final String INSERT =
      "insert into moved_instance (root_id, moved_at) values (?, ?)";
  private static final String FIND =
      "select m.root_id from moved_instance m where m.root_id in (%s)";
  private static final String DELETE = "delete from moved_instance where root_id in (%s)";

  // Whoever moves tokens holds the row of the root.
  private static final String LOCK =
      """
      select i.id
        from process_instance i
       where i.id in (%s)
       order by i.id
         for update
      """;
  // And whoever takes a task, the row of the task.
  private static final String LOCK_TASKS =
      """
      select t.id
        from external_task t
       where t.id in (select l.external_task_id
                        from external_task_log l
                        join process_instance i
                          on i.id = l.process_instance_id
                       where i.root_id in (%s))
       order by t.id
         for update
      """;
  private static final String OF_ROOTS =
      "select i.id from process_instance i where i.root_id in (%s) order by i.id";

  private final TargetSession session;

  public MovedInstances(TargetSession session) {
    this.session = session;
  }

  /** Fails if one of them has come over before. */
  public void add(Collection<String> roots, Instant now) {
    session.insert(INSERT, roots.stream().map(root -> List.<Object>of(root, now)).toList());
  }

  /** Those of them that have come over. */
  public List<String> among(Collection<String> roots) {
    return ids(FIND, roots);
  }

  /** Lets no token of these hierarchies move, and no task be taken, until the transaction ends. */
  public void lock(Collection<String> roots) {
    ids(LOCK, roots);
    ids(LOCK_TASKS, roots);
  }

  /** The instances of these hierarchies, running and ended. */
  public List<String> instancesOf(Collection<String> roots) {
    return ids(OF_ROOTS, roots);
  }

  /** Deletes all rows of hierarchies, and that they have come over. */
  public void delete(Collection<String> roots) {
    List<String> instances = instancesOf(roots);
    List<String> tasks =
        session.read(TargetTable.USER_TASK, instances).stream().map(TargetRow::id).toList();
    session.updateOf(TargetTable.IDENTITY_LINK.delete(), tasks);
    for (TargetTable table : TargetTable.values()) {
      if (table != TargetTable.IDENTITY_LINK) {
        session.updateOf(table.delete(), instances);
      }
    }
    session.updateOf(
        "delete from external_task_lease_log where process_instance_id in (%s)", instances);
    session.updateOf(DELETE, roots);
  }

  /** All rows of hierarchies. */
  public List<TargetRow> rows(Collection<String> roots) {
    List<String> instances = instancesOf(roots);
    List<TargetRow> rows = new ArrayList<>();
    for (TargetTable table : TargetTable.values()) {
      if (table != TargetTable.IDENTITY_LINK) {
        rows.addAll(session.read(table, instances));
      }
    }
    List<String> tasks =
        rows.stream()
            .filter(row -> row.table() == TargetTable.USER_TASK)
            .map(TargetRow::id)
            .toList();
    rows.addAll(session.read(TargetTable.IDENTITY_LINK, tasks));
    return rows;
  }

  private List<String> ids(String sql, Collection<String> owners) {
    List<String> found = new ArrayList<>();
    session.each(sql, owners, row -> found.add(row.getString(1)));
    return found;
  }
}
