package dev.outwork.engine.worker;

import jakarta.ejb.EJBException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Texts for a worker's exception. */
final class StackTraces {
  private StackTraces() {}

  /** The message of the exception, or its class. */
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

  // Containers wrap exceptions of a bean.
  private static Throwable unwrapped(Throwable failure) {
    Throwable thrown = failure;
    while (thrown instanceof EJBException && thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    return thrown;
  }
}
