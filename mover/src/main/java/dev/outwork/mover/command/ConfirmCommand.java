package dev.outwork.mover.command;

import dev.outwork.mover.moving.Confirm;
import dev.outwork.mover.moving.MoveSettings;
import dev.outwork.mover.source.Slice;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code mover confirm}. */
@Command(
    name = "confirm",
    description =
        "Ends the possibility to undo a slice. Its instances stay suspended in the source.",
    mixinStandardHelpOptions = true,
    versionProvider = MoverVersion.class,
    footer = {"", MovingCommand.EXIT_CODES, MovingCommand.MORE_EXIT_CODES})
final class ConfirmCommand extends MovingCommand {
  ConfirmCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  void run(MoveSettings settings, Slice slice) {
    new Confirm(settings, this).confirm(slice);
  }

  @Override
  String summary(long done, long staying, long different) {
    return "%d root instances are confirmed".formatted(done);
  }
}
