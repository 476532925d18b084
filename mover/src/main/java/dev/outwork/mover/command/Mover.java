package dev.outwork.mover.command;

import dev.outwork.mover.database.DatabaseException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command: {@code java -jar mover.jar}. */
@Command(
    name = "mover",
    description = "Moves running instances from a Camunda 7 database to Outwork.",
    mixinStandardHelpOptions = true,
    versionProvider = MoverVersion.class,
    subcommands = {
      ReportCommand.class,
      MoveCommand.class,
      VerifyCommand.class,
      ConfirmCommand.class,
      UndoCommand.class
    })
public final class Mover {
  private Mover() {}

  public static void main(String[] arguments) {
    CommandLine commandLine = commandLine(System.getenv());
    // JSON and HTML are UTF-8, whatever the terminal is.
    commandLine.setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
    System.exit(commandLine.execute(arguments));
  }

  /**
   * The command with its options.
   *
   * @param environment where a password may be
   */
  static CommandLine commandLine(Map<String, String> environment) {
    Map<Class<?>, Object> commands =
        Map.of(
            ReportCommand.class, new ReportCommand(environment),
            MoveCommand.class, new MoveCommand(environment),
            VerifyCommand.class, new VerifyCommand(environment),
            ConfirmCommand.class, new ConfirmCommand(environment),
            UndoCommand.class, new UndoCommand(environment));
    CommandLine commandLine =
        new CommandLine(
            new Mover(),
            new CommandLine.IFactory() {
              @Override
              public <T> T create(Class<T> type) throws Exception {
                return commands.containsKey(type)
                    ? type.cast(commands.get(type))
                    : CommandLine.defaultFactory().create(type);
              }
            });
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (failure, command, result) -> explain(failure, command));
    return commandLine;
  }

  // One line: who reads it is an operator, and can do nothing with a stack trace.
  private static int explain(Exception failure, CommandLine command) throws Exception {
    if (failure instanceof DatabaseException refused) {
      command.getErr().println(refused.getMessage());
      return ExitCode.of(refused);
    }
    if (failure instanceof UnusableFileException unusable) {
      command.getErr().println(unusable.getMessage());
      return ExitCode.FAILED;
    }
    throw failure;
  }
}
