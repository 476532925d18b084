package dev.outwork.engine.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The lines of a class's log. */
public final class LogLines implements AutoCloseable {
  private final Logger log;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public LogLines(Class<?> of) {
    log = Logger.getLogger(of.getName());
    log.addHandler(handler);
    log.setLevel(Level.ALL);
    log.setUseParentHandlers(false);
  }

  /** The lines since the last time. */
  public List<String> next() {
    List<String> all = List.copyOf(lines);
    lines.clear();
    return all;
  }

  @Override
  public void close() {
    log.removeHandler(handler);
    log.setLevel(null);
    log.setUseParentHandlers(true);
  }
}
