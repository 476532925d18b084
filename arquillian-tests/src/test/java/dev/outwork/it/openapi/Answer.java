package dev.outwork.it.openapi;

/** The answer of a server. */
record Answer(int status, String mediaType, String body) {
  boolean isSuccess() {
    return status < 300;
  }

  // The published JavaScript client takes nothing else for JSON.
  boolean isJson() {
    return mediaType.equals("application/json");
  }
}
