package dev.outwork.mover.command;

import dev.outwork.mover.converting.JavaValues;
import dev.outwork.mover.moving.HistoryChoice;
import dev.outwork.mover.moving.WhatGoes;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the work is done. */
final class WorkOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

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
      names = "--most-per-second",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Root instances that are begun with in a second, at most, so that the old engine is slowed"
              + " less; without it, as many as can be.")
  private int mostPerSecond;

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

  @Option(
      names = "--history",
      paramLabel = "WHAT",
      defaultValue = "none",
      description =
          "What of the history comes over: none, running (what has ended in instances that are"
              + " moved), or all (also instances that have ended); ${DEFAULT-VALUE}.")
  private HistoryChoice.Kind history;

  @Option(
      names = "--history-since",
      paramLabel = "TIME",
      description =
          "With --history all: only instances that have ended since, as 2026-11-30T00:00:00+01:00.")
  private OffsetDateTime historySince;

  int chunk() {
    return atLeast(1, chunk, "--chunk");
  }

  int threads() {
    return atLeast(1, threads, "--threads");
  }

  int mostPerSecond() {
    return atLeast(0, mostPerSecond, "--most-per-second");
  }

  private int atLeast(int least, int value, String option) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(), "%s is %d: it has to be at least %d".formatted(option, value, least));
    }
    return value;
  }

  WhatGoes what() {
    if (historySince != null && history != HistoryChoice.Kind.ALL) {
      throw new ParameterException(
          spec.commandLine(), "--history-since is about ended instances: add --history all");
    }
    Instant since = historySince == null ? null : historySince.toInstant();
    return new WhatGoes(javaValues, codeBecomesTopics, new HistoryChoice(history, since));
  }
}
