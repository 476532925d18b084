package dev.outwork.mover.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The root instances of a slice that have ended, by the history, in the order of their ids. */
public final class EndedRoots {
  private static final int MOST_IDS = 500;

  private static final String ENDED =
      """
       select h.PROC_INST_ID_ as root_id
         from ACT_HI_PROCINST h
         join ACT_RE_PROCDEF d
           on d.ID_ = h.PROC_DEF_ID_
        where h.SUPER_PROCESS_INSTANCE_ID_ is null
          and h.END_TIME_ is not null
          and h.PROC_INST_ID_ > ?
      """;
  private static final String ORDER = " order by h.PROC_INST_ID_";

  // Not what was moved while it ran, and was deleted here afterwards.
  private static final String UNMARKED =
      " and not exists (select 1 from outwork_moved m where m.root_id = h.PROC_INST_ID_)";
  private static final String MARKED =
      """
         and exists (select 1
                       from outwork_moved m
                      where m.root_id = h.PROC_INST_ID_
                        and m.state = ?)
      """;

  // From then on the source may have removed rows of it, some of each table at a time.
  private static final String KEPT = " and (h.REMOVAL_TIME_ is null or h.REMOVAL_TIME_ > ?)";

  /**
   * Which ones.
   *
   * @param since when they have ended at the earliest; null for all
   * @param now of those that have not been moved, only those whose time has not come to be removed
   */
  public record Kept(Instant since, Instant now) {}

  private EndedRoots() {}

  /** Those that come after an id; {@code after} is empty at first. */
  public static List<String> next(
      SourceSession session,
      Slice slice,
      RootInstances.Which which,
      Kept kept,
      String after,
      int most) {
    if (!session.hasProcessHistory()) {
      return List.of();
    }
    Page page = new Page(which, kept, most);
    if (slice.ids().isEmpty()) {
      return page.of(session, slice, List.of(), after);
    }
    String last = after;
    while (true) {
      List<String> some = slice.idsAfter(last, Math.min(most, MOST_IDS));
      if (some.isEmpty()) {
        return List.of();
      }
      List<String> found = page.of(session, slice, some, last);
      if (!found.isEmpty()) {
        return found;
      }
      last = some.get(some.size() - 1);
    }
  }

  /** Some of them. */
  private record Page(RootInstances.Which which, Kept kept, int most) {
    List<String> of(SourceSession session, Slice slice, List<String> ids, String after) {
      List<Object> parameters = new ArrayList<>(List.of(after));
      StringBuilder sql = new StringBuilder(ENDED);
      switch (which) {
        case ANY -> {}
        case UNMARKED -> sql.append(UNMARKED);
        case MOVED -> RootInstances.add(sql, parameters, MARKED, SourceMarks.State.MOVED.name());
      }
      if (which != RootInstances.Which.MOVED) {
        RootInstances.add(sql, parameters, KEPT, kept.now());
      }
      RootInstances.add(sql, parameters, " and h.END_TIME_ >= ?", kept.since());
      RootInstances.add(sql, parameters, " and h.START_TIME_ < ?", slice.startedBefore());
      RootInstances.addFilters(sql, parameters, "h", slice);
      RootInstances.addIds(sql, parameters, "h.PROC_INST_ID_", ids);
      List<String> found = new ArrayList<>();
      session.query(
          sql.append(ORDER).toString(), parameters, most, row -> found.add(row.text("root_id")));
      return found;
    }
  }
}
