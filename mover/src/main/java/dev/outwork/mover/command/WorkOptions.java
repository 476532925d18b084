package dev.outwork.mover.command;

import dev.outwork.mover.converting.JavaValues;
import picocli.CommandLine.Option;

/** How the work is done. */
final class WorkOptions {
  @Option(
      names = "--chunk",
      paramLabel = "N",
      defaultValue = "200",
      description = "Root instances that are moved in one transaction; ${DEFAULT-VALUE}.")
  private int chunk;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Chunks at a time, each with a connection to each side; ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--java-values",
      paramLabel = "HOW",
      defaultValue = "refuse",
      description =
          "What becomes of variables that are serialized Java: refuse (their instance stays),"
              + " leave_out, or as_bytes, which nobody reads; ${DEFAULT-VALUE}.")
  private JavaValues javaValues;

  @Option(
      names = "--code-becomes-topics",
      description = "Also move what has code; the code becomes the work of topics.")
  private boolean codeBecomesTopics;

  int chunk() {
    return chunk;
  }

  int threads() {
    return threads;
  }

  JavaValues javaValues() {
    return javaValues;
  }

  boolean codeBecomesTopics() {
    return codeBecomesTopics;
  }
}
