package dev.outwork.engine.worker;

import jakarta.ejb.EJBException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A worker's exception in words. */
final class StackTraces {
  private StackTraces() {}

  /** What it says, or what it is. */
  static String message(Throwable failure) {
    Throwable thrown = unwrapped(failure);
    String message = thrown.getMessage();
    return message == null || message.isBlank() ? thrown.getClass().getName() : message;
  }

  static String of(Throwable failure) {
    StringWriter text = new StringWriter();
    unwrapped(failure).printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  // Containers wrap what a bean has thrown.
  private static Throwable unwrapped(Throwable failure) {
    Throwable thrown = failure;
    while (thrown instanceof EJBException && thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    return thrown;
  }
}
