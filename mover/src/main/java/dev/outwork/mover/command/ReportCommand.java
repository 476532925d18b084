package dev.outwork.mover.command;

import dev.outwork.mover.judging.MoveReport;
import dev.outwork.mover.judging.Reason;
import dev.outwork.mover.judging.Reporter;
import dev.outwork.mover.showing.ReportFormat;
import dev.outwork.mover.source.Source;
import dev.outwork.mover.source.SourceAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mover report}. */
@Command(
    name = "report",
    description = "Reads a Camunda 7 database and says what can come over. Changes nothing.",
    mixinStandardHelpOptions = true,
    versionProvider = MoverVersion.class,
    footer = {
      "",
      "Exit codes: 0 all can go, 1 something cannot, 2 wrong use,",
      "3 no connection, 4 no known Camunda 7 database, 5 failed on the way."
    })
final class ReportCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Mixin private SourceOptions sourceOptions;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json or html; ${DEFAULT-VALUE} if not given.")
  private ReportFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "File to write to instead of the standard output.")
  private Path output;

  @Option(
      names = "--list",
      paramLabel = "REASON",
      description =
          "Instead of the report, the ids of all process instances that cannot go for this reason,"
              + " one a line: ${COMPLETION-CANDIDATES}.")
  private Reason list;

  ReportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    SourceAddress address = sourceOptions.address(environment);
    try (Source source = Source.open(address)) {
      PrintWriter out = out();
      MoveReport report =
          Reporter.report(
              source, address, Instant.now(), (reason, id) -> printIfListed(reason, id, out));
      if (list == null) {
        out.print(format.show(report));
      }
      end(out);
      return report.isAllWell() ? ExitCode.ALL_CAN_GO : ExitCode.SOME_CANNOT_GO;
    }
  }

  private void printIfListed(Reason reason, String id, PrintWriter out) {
    if (reason == list) {
      out.println(id);
    }
  }

  // A full disk is noticed here only. The standard output is not ours to close.
  private void end(PrintWriter out) {
    boolean isFailed = out.checkError();
    if (output != null) {
      out.close();
    }
    if (isFailed) {
      throw new UnusableFileException("write to", output);
    }
  }

  private PrintWriter out() {
    if (output == null) {
      return spec.commandLine().getOut();
    }
    try {
      return new PrintWriter(Files.newBufferedWriter(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UnusableFileException("write to", output, e);
    }
  }
}
