package dev.outwork.mover.source;

import dev.outwork.mover.database.DatabaseException.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The mover's own two tables in the source: which call hierarchies it has suspended, and what of
 * them stood suspended before. A mark and the suspension commit together.
 *
 * <pre>
 *   no row --> SUSPENDED   the mover has suspended the hierarchy
 *   SUSPENDED --> MOVED    the target has committed it
 *   SUSPENDED --> no row   it could not be moved: active again
 *   MOVED --> UNDOING --> no row   taken back: active again
 *   MOVED --> CONFIRMED    no way back
 *   no row --> MOVED       the history of one that had ended, once the target has committed it
 * </pre>
 */
public final class SourceMarks {
  private static final List<String> TABLES =
      List.of(
          """
          create table outwork_moved (
              root_id   varchar(64) not null primary key,
              state     varchar(16) not null,
              marked_at decimal(19) not null
          )
          """,
          """
          create table outwork_suspended (
              id        varchar(64) not null primary key,
              root_id   varchar(64) not null
          )
          """);

  private static final String PROBE =
      "select m.root_id from outwork_moved m, outwork_suspended s where 1 = 0";
  private static final String MARK =
      "insert into outwork_moved (root_id, state, marked_at) values (?, ?, ?)";
  private static final String STOOD_SUSPENDED =
      "insert into outwork_suspended (id, root_id) values (?, ?)";
  private static final String SET_STATE =
      "update outwork_moved set state = ? where root_id in (%s)";
  private static final String BY_STATE =
      """
      select m.root_id, m.state, m.marked_at
        from outwork_moved m
       where m.state = ?
         and m.root_id > ?
       order by m.root_id
      """;
  private static final String LOCK =
      """
      select m.root_id, m.state, m.marked_at
        from outwork_moved m
       where m.root_id in (%s)
       order by m.root_id
         for update
      """;
  private static final String SUSPENDED_BEFORE =
      "select s.id from outwork_suspended s where s.root_id in (%s)";
  private static final List<String> FORGET =
      List.of(
          "delete from outwork_suspended where root_id in (%s)",
          "delete from outwork_moved where root_id in (%s)");

  private static final String SUSPENDED_JOBS =
      """
      select j.ID_ as id, j.PROCESS_INSTANCE_ID_ as instance_id
        from ACT_RU_JOB j
       where j.SUSPENSION_STATE_ = 2
         and j.PROCESS_INSTANCE_ID_ in (%s)
      """;

  private final SourceSession session;

  /** How far a hierarchy is on its way. */
  public enum State {
    SUSPENDED,
    MOVED,
    UNDOING,
    CONFIRMED
  }

  /** A hierarchy that is on its way. */
  public record Mark(String rootId, State state, Instant markedAt) {
    private static Mark read(SourceRow row) throws java.sql.SQLException {
      return new Mark(
          row.text("root_id"),
          State.valueOf(row.text("state")),
          Instant.ofEpochMilli(row.number("marked_at")));
    }
  }

  public SourceMarks(SourceSession session) {
    this.session = session;
  }

  /** Creates the tables unless they are there. */
  public void prepare() {
    if (!session.executes(PROBE)) {
      TABLES.forEach(session::executes);
    }
    if (!session.executes(PROBE)) {
      throw new SourceException(
          Kind.NOT_SUPPORTED,
          "The user may not create the tables 'outwork_moved' and 'outwork_suspended' in the source");
    }
  }

  /**
   * Suspends hierarchies and marks them, in the transaction that is open. Those whose root has
   * ended meanwhile, or that another mover has marked, are left out.
   *
   * @return the roots that are suspended now
   */
  public List<String> suspend(Collection<String> roots, Instant now) {
    List<SourceExecution> locked = lock(roots);
    Set<String> marked = marked(roots);
    List<SourceExecution> before =
        locked.stream().filter(execution -> !marked.contains(execution.rootId())).toList();
    List<String> found =
        before.stream()
            .filter(execution -> execution.isProcessInstance() && execution.superId() == null)
            .map(SourceExecution::id)
            .toList();
    List<SourceExecution> instances =
        before.stream().filter(SourceExecution::isProcessInstance).toList();
    session.insert(
        MARK,
        found.stream()
            .map(root -> List.<Object>of(root, State.SUSPENDED.name(), now.toEpochMilli()))
            .toList());
    session.insert(STOOD_SUSPENDED, standSuspended(instances));
    Suspending.suspend(session, instances.stream().map(SourceExecution::id).toList());
    return found;
  }

  private Set<String> marked(Collection<String> roots) {
    Set<String> marked = new HashSet<>();
    session.each(LOCK, roots, row -> marked.add(row.text("root_id")));
    return marked;
  }

  /** Marks hierarchies that have ended, and have been copied, unless another mover has. */
  public void addMoved(Collection<String> roots, Instant now) {
    Set<String> marked = marked(roots);
    session.insert(
        MARK,
        roots.stream()
            .filter(root -> !marked.contains(root))
            .map(root -> List.<Object>of(root, State.MOVED.name(), now.toEpochMilli()))
            .toList());
  }

  // What is called may be new: asked again once the callers are locked.
  private List<SourceExecution> lock(Collection<String> roots) {
    Set<String> locked = new HashSet<>();
    while (true) {
      List<SourceExecution> executions = InstanceReader.executions(session, roots);
      List<String> more =
          executions.stream()
              .map(SourceExecution::processInstanceId)
              .distinct()
              .filter(id -> !locked.contains(id))
              .toList();
      if (more.isEmpty()) {
        return executions;
      }
      Suspending.lock(session, more);
      locked.addAll(more);
    }
  }

  private List<List<Object>> standSuspended(List<SourceExecution> instances) {
    List<List<Object>> rows = new ArrayList<>();
    instances.stream()
        .filter(SourceExecution::suspended)
        .forEach(instance -> rows.add(List.of(instance.id(), instance.rootId())));
    var active =
        instances.stream()
            .filter(instance -> !instance.suspended())
            .collect(Collectors.toMap(SourceExecution::id, SourceExecution::rootId));
    session.each(
        SUSPENDED_JOBS,
        active.keySet(),
        row -> rows.add(List.of(row.text("id"), active.get(row.text("instance_id")))));
    return rows;
  }

  /** The instances and jobs of these hierarchies that stood suspended before they were marked. */
  public Set<String> stoodSuspended(Collection<String> roots) {
    Set<String> ids = new HashSet<>();
    session.each(SUSPENDED_BEFORE, roots, row -> ids.add(row.text("id")));
    return ids;
  }

  /** Activates hierarchies as they stood before, and removes their marks. */
  public void activate(Collection<String> roots) {
    Set<String> stoodSuspended = stoodSuspended(roots);
    List<String> instances =
        InstanceReader.executions(session, roots).stream()
            .filter(SourceExecution::isProcessInstance)
            .map(SourceExecution::id)
            .filter(id -> !stoodSuspended.contains(id))
            .toList();
    Suspending.activate(session, instances, stoodSuspended);
    FORGET.forEach(sql -> session.update(sql, List.of(), roots));
  }

  public void set(State state, Collection<String> roots) {
    session.update(SET_STATE, List.of(state.name()), roots);
  }

  /** Those in a state that come after an id; {@code after} is empty at first. */
  public List<Mark> next(State state, String after, int most) {
    List<Mark> marks = new ArrayList<>();
    session.query(BY_STATE, List.of(state.name(), after), most, row -> marks.add(Mark.read(row)));
    return marks;
  }

  /** Those of these hierarchies in a state; nobody else changes them until the transaction ends. */
  public List<Mark> lock(State state, Collection<String> roots) {
    List<Mark> marks = new ArrayList<>();
    session.each(LOCK, roots, row -> marks.add(Mark.read(row)));
    return marks.stream().filter(mark -> mark.state() == state).toList();
  }

  /** Whether the tables are there. */
  public boolean exist() {
    return session.executes(PROBE);
  }
}
