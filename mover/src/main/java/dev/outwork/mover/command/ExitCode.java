package dev.outwork.mover.command;

import dev.outwork.mover.database.DatabaseException;

/** What the command says to the shell that has called it. docs/moving-in.md, "Exit codes". */
final class ExitCode {
  static final int ALL_CAN_GO = 0;
  static final int SOME_CANNOT_GO = 1;
  static final int WRONG_USE = 2;
  static final int UNREACHABLE = 3;
  static final int NOT_SUPPORTED = 4;
  static final int FAILED = 5;

  private ExitCode() {}

  static int of(DatabaseException refused) {
    return switch (refused.kind()) {
      case UNREACHABLE -> UNREACHABLE;
      case NOT_SUPPORTED -> NOT_SUPPORTED;
      case FAILED -> FAILED;
    };
  }
}
