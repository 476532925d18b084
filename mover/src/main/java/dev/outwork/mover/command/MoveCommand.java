package dev.outwork.mover.command;

import dev.outwork.mover.moving.Move;
import dev.outwork.mover.moving.MoveSettings;
import dev.outwork.mover.source.Slice;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mover move}. */
@Command(
    name = "move",
    description =
        "Moves running instances to Outwork. They stay in the source, suspended, until the move is"
            + " confirmed or undone. Started again, it goes on where it was killed.",
    mixinStandardHelpOptions = true,
    versionProvider = MoverVersion.class,
    footer = {"", MovingCommand.EXIT_CODES, MovingCommand.MORE_EXIT_CODES})
final class MoveCommand extends MovingCommand {
  @Option(
      names = "--dry-run",
      description = "Reads and converts all of the slice, and writes nothing on either side.")
  private boolean dryRun;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description =
          "With --dry-run: file to write to which root instances can go, and as comments which"
              + " cannot; --ids-file takes it.")
  private Path plan;

  private PrintWriter planned;

  MoveCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  long expected(MoveSettings settings, Slice slice) {
    return Move.count(settings, slice);
  }

  @Override
  void run(MoveSettings settings, Slice slice) {
    Move move = new Move(settings, this);
    if (!dryRun) {
      move.move(slice);
      return;
    }
    try (PrintWriter writer = planWriter()) {
      planned = writer;
      move.tryOut(slice);
      if (writer.checkError()) {
        throw new UnusableFileException("write to", plan);
      }
    }
  }

  private PrintWriter planWriter() {
    if (plan == null) {
      return new PrintWriter(Writer.nullWriter());
    }
    try {
      return new PrintWriter(Files.newBufferedWriter(plan, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UnusableFileException("write to", plan, e);
    }
  }

  @Override
  public void canGo(String rootId) {
    planned.println(rootId);
  }

  @Override
  public void stays(String rootId, String reason) {
    super.stays(rootId, reason);
    if (planned != null) {
      planned.println("# " + rootId + ": " + reason.replaceAll("\\R", " "));
    }
  }

  @Override
  String summary(long done, long staying, long different) {
    return "%d root instances %s, %d stay"
        .formatted(done, dryRun ? "can go" : "have been moved", staying);
  }

  @Override
  String endedSummary(long done, long thatStay) {
    return "%d ended root instances %s, %d do not"
        .formatted(done, dryRun ? "can come over" : "have come over", thatStay);
  }
}
