package dev.outwork.mover.command;

import dev.outwork.mover.moving.MoveSettings;
import dev.outwork.mover.moving.Verify;
import dev.outwork.mover.source.Slice;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code mover verify}. */
@Command(
    name = "verify",
    description = "Compares what has been moved on both sides, row by row.",
    mixinStandardHelpOptions = true,
    versionProvider = MoverVersion.class,
    footer = {"", MovingCommand.EXIT_CODES, MovingCommand.MORE_EXIT_CODES})
final class VerifyCommand extends MovingCommand {
  VerifyCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  void run(MoveSettings settings, Slice slice) {
    new Verify(settings, this).verify(slice);
  }

  @Override
  String summary(long done, long staying, long different) {
    return "%d root instances compared, %d differences".formatted(done, different);
  }
}
