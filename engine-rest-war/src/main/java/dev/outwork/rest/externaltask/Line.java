package dev.outwork.rest.externaltask;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The connection to a worker that waits. Nobody is told when it breaks; so blanks are written,
 * which JSON allows before the answer. If the worker's process is gone the first ones are refused
 * by its host, and the next ones fail: the first are written before tasks are taken, the next
 * before they are sent.
 *
 * <p>With the first blank the head of the answer is sent, so all that can follow is an array.
 */
final class Line {
  private static final int BLANK = ' ';

  private final ServletResponse response;
  private boolean begun;
  private boolean hungUp;
  private boolean broken;

  private Line(ServletResponse response) {
    this.response = response;
  }

  /**
   * @param request that is suspended; the thread that it came with is asking
   */
  static Line of(HttpServletRequest request) {
    return new Line(request.getAsyncContext().getResponse());
  }

  /** Whether the worker can still be reached; certain is only that it cannot. */
  synchronized boolean isOpen() {
    if (hungUp) {
      return !broken;
    }
    try {
      if (!begun) {
        response.setContentType(MediaType.APPLICATION_JSON);
        begun = true;
      }
      OutputStream out = response.getOutputStream();
      out.write(BLANK);
      out.flush();
      // Some servers tell of a failure at the next attempt only.
      out.write(BLANK);
    } catch (IOException e) {
      hungUp = true;
      broken = true;
    }
    return !broken;
  }

  /** The same, but of a line that nothing has been written to it is not asked. */
  synchronized boolean isOpenOrUnused() {
    return !begun || isOpen();
  }

  /** Nothing is written any more, so that the answer can be. Whether anything has been written. */
  synchronized boolean hangUp() {
    hungUp = true;
    return begun;
  }
}
