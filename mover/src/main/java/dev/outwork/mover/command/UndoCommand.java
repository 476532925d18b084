package dev.outwork.mover.command;

import dev.outwork.mover.moving.MoveSettings;
import dev.outwork.mover.moving.Undo;
import dev.outwork.mover.source.Slice;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code mover undo}. */
@Command(
    name = "undo",
    description = "Takes a slice back: out of Outwork, and active again in the source.",
    mixinStandardHelpOptions = true,
    versionProvider = MoverVersion.class,
    footer = {"", MovingCommand.EXIT_CODES, MovingCommand.MORE_EXIT_CODES})
final class UndoCommand extends MovingCommand {
  UndoCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  void run(MoveSettings settings, Slice slice) {
    new Undo(settings, this).undo(slice);
  }

  @Override
  String summary(long done, long staying, long different) {
    return "%d root instances are back, %d stay at Outwork because something has happened to them"
        .formatted(done, staying);
  }
}
