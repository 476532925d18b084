package dev.outwork.rest.externaltask;

import dev.outwork.api.externaltask.WaitingCaller;
import dev.outwork.rest.format.FailedAnswer;
import dev.outwork.rest.settings.BehindProxy;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/**
 * The connection to a waiting worker. Nothing reports that it has broken, so blanks are written,
 * which JSON allows before the answer. If the worker's process is gone, its host refuses the first
 * ones, and the next ones fail: the first are written before tasks are locked, the next before they
 * are sent. Behind a proxy it takes several more, which the waiting room requests. The first blank
 * sends the head of the response, so only an array can follow.
 *
 * <p>The answer is written here too, not by JAX-RS: when an application stops, servers stop JAX-RS
 * before the beans that release the waiting callers.
 */
final class Line implements WaitingCaller {
  private static final int BLANK = ' ';
  private static final byte[] NOTHING = "[]".getBytes(StandardCharsets.US_ASCII);

  private final AsyncContext suspended;
  private final HttpServletResponse response;
  private final boolean throughProxy;
  private boolean begun;
  private boolean answered;
  private boolean ended;
  private boolean broken;

  private Line(AsyncContext suspended, boolean throughProxy) {
    this.suspended = suspended;
    this.throughProxy = throughProxy;
    this.response = (HttpServletResponse) suspended.getResponse();
  }

  /**
   * @param request the suspended request, on its own thread
   */
  static Line of(HttpServletRequest request, BehindProxy setting) {
    return new Line(
        request.getAsyncContext(),
        Proxies.areBefore(
            request.getProtocol(), Collections.list(request.getHeaderNames()), setting));
  }

  @Override
  public boolean comesThroughProxy() {
    return throughProxy;
  }

  @Override
  public synchronized boolean isThere() {
    if (answered || ended || broken) {
      return !broken;
    }
    try {
      begin();
      OutputStream out = response.getOutputStream();
      out.write(BLANK);
      out.flush();
      // Some servers report a failure only at the next write.
      out.write(BLANK);
    } catch (IOException e) {
      broken = true;
    }
    return !broken;
  }

  /** As {@link #isThere}, but does not write to a connection that was never written to. */
  synchronized boolean isOpenOrUnused() {
    return !begun || isThere();
  }

  /** Whether anything has been written, and with it the status 200. */
  synchronized boolean hasBegun() {
    return begun;
  }

  /**
   * Writes the answer and returns whether that was possible; after a blank the status can no longer
   * be set.
   */
  synchronized boolean answer(int status, byte[] json) {
    if (answered || ended || broken) {
      return false;
    }
    try {
      if (!begun) {
        response.setStatus(status);
        response.setContentLength(json.length);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
          response.setIntHeader(HttpHeaders.RETRY_AFTER, FailedAnswer.RETRY_AFTER_SECONDS);
        }
        begin();
      }
      response.getOutputStream().write(json);
      response.getOutputStream().flush();
      answered = true;
    } catch (IOException e) {
      broken = true;
    }
    return answered;
  }

  /** Breaks the connection without an answer, so that the caller notices the failure. */
  synchronized void breakOff() {
    answered = true;
  }

  /**
   * Ends the request; a worker without an answer gets an empty array.
   *
   * @param byJaxRs ends the request in JAX-RS, which then cleans up; or does nothing
   */
  synchronized void end(Runnable byJaxRs) {
    if (ended) {
      return;
    }
    try {
      answer(HttpServletResponse.SC_OK, NOTHING);
      byJaxRs.run();
    } finally {
      ended = true;
      complete();
    }
  }

  private void complete() {
    try {
      suspended.complete();
    } catch (IllegalStateException e) {
      // JAX-RS has ended it.
    }
  }

  private void begin() {
    if (!begun) {
      response.setContentType(MediaType.APPLICATION_JSON);
      response.setHeader("X-Content-Type-Options", "nosniff");
      begun = true;
    }
  }
}
