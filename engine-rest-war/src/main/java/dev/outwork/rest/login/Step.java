package dev.outwork.rest.login;

import java.net.URI;
import java.util.List;

/** To where a login moves a browser, and what the browser keeps. */
record Step(URI place, List<SentCookie> cookies) {
  static Step to(URI place, SentCookie... cookies) {
    return new Step(place, List.of(cookies));
  }
}
