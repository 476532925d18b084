package dev.outwork.rest.externaltask;

import dev.outwork.api.externaltask.WaitingCaller;
import dev.outwork.rest.settings.BehindProxy;
import dev.outwork.rest.wire.FailedAnswer;
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
 * The connection to a worker that waits. Nobody is told when it breaks; so blanks are written,
 * which JSON allows before the answer. If the worker's process is gone the first ones are refused
 * by its host, and the next ones fail: the first are written before tasks are taken, the next
 * before they are sent. Behind a proxy it takes some more, which the waiting room asks for. With
 * the first blank the head of the answer is sent, so all that can follow is an array.
 *
 * <p>The answer is written here, too, and not by JAX-RS: of an application that ends, servers stop
 * JAX-RS before the beans that let those who wait go.
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
   * @param request that is suspended; the thread that it came with is asking
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
      // Some servers tell of a failure at the next attempt only.
      out.write(BLANK);
    } catch (IOException e) {
      broken = true;
    }
    return !broken;
  }

  /** The same, but of a line that nothing has been written to it is not asked. */
  synchronized boolean isOpenOrUnused() {
    return !begun || isThere();
  }

  /** Whether anything has been written, and with it the status 200. */
  synchronized boolean hasBegun() {
    return begun;
  }

  /** Writes the answer. Whether that was possible; a status comes too late after a blank. */
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

  /** Lets the request end without an answer, so that its caller notices that it has failed. */
  synchronized void breakOff() {
    answered = true;
  }

  /**
   * Ends the request; a worker that has got no answer gets an empty array.
   *
   * @param byJaxRs ends it as JAX-RS does, which clears up then; or does nothing
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
      // JAX-RS has done it.
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
