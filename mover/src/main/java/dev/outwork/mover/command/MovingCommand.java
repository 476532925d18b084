package dev.outwork.mover.command;

import dev.outwork.mover.destination.TargetAddress;
import dev.outwork.mover.moving.MoveListener;
import dev.outwork.mover.moving.MoveSettings;
import dev.outwork.mover.source.Slice;
import dev.outwork.mover.source.Source;
import dev.outwork.mover.source.SourceAddress;
import dev.outwork.mover.verifying.RowDifference;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands have in common that work on both sides. */
abstract class MovingCommand implements Callable<Integer>, MoveListener {
  static final String EXIT_CODES =
      "Exit codes: 0 all is well, 1 something stays or differs, 2 wrong use, 3 no connection,";
  static final String MORE_EXIT_CODES =
      "4 no known database on one side, 5 failed on the way: start the same command again.";

  private final Map<String, String> environment;
  private final AtomicLong ended = new AtomicLong();
  private final AtomicLong endedStaying = new AtomicLong();
  private final AtomicLong staying = new AtomicLong();
  private final AtomicLong different = new AtomicLong();
  private Progress progress;

  @Spec private CommandSpec spec;
  @Mixin private SourceOptions source;
  @Mixin private TargetOptions target;
  @Mixin private SliceOptions slice;
  @Mixin private WorkOptions work;

  @Option(
      names = "--source-time-zone",
      paramLabel = "ZONE",
      description =
          "Time zone of the JVM of the old engine, which writes its times without one; that of this"
              + " machine if not given.")
  private ZoneId zone = ZoneId.systemDefault();

  MovingCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    SourceAddress sourceAddress = source.address(environment);
    TargetAddress targetAddress = target.address(environment);
    // Refuses what is no source of a known version.
    Source.open(sourceAddress).close();
    MoveSettings settings =
        new MoveSettings(
            sourceAddress,
            zone,
            targetAddress,
            work.what(),
            work.chunk(),
            work.threads(),
            work.mostPerSecond(),
            Clock.systemUTC());
    progress = new Progress(spec.commandLine().getErr(), expected(settings, slice.slice()));
    run(settings, slice.slice());
    out().println(summary(progress.end() - ended.get(), staying.get(), different.get()));
    if (ended.get() + endedStaying.get() > 0) {
      out().println(endedSummary(ended.get(), endedStaying.get()));
    }
    out().flush();
    return staying.get() + endedStaying.get() + different.get() == 0
        ? ExitCode.ALL_CAN_GO
        : ExitCode.SOME_CANNOT_GO;
  }

  /** How many root instances there are to do; 0 if nobody knows. */
  long expected(MoveSettings settings, Slice ofSlice) {
    return 0;
  }

  abstract void run(MoveSettings settings, Slice ofSlice);

  abstract String summary(long done, long thatStay, long thatDiffer);

  /** About those that had ended before; there are some. */
  String endedSummary(long done, long thatStay) {
    return "";
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  @Override
  public void done(int roots) {
    progress.add(roots);
  }

  @Override
  public void endedDone(int roots) {
    ended.addAndGet(roots);
    progress.add(roots);
  }

  @Override
  public void endedStay(long roots, String reason) {
    endedStaying.addAndGet(roots);
    print("%d ended root instances: %s".formatted(roots, reason));
  }

  @Override
  public void stays(String rootId, String reason) {
    staying.incrementAndGet();
    print(rootId + ": " + reason);
  }

  @Override
  public void differs(RowDifference difference) {
    different.incrementAndGet();
    print(difference.text());
  }

  private void print(String line) {
    synchronized (spec) {
      out().println(line);
    }
  }
}
