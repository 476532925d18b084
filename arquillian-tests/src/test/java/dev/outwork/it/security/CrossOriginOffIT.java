package dev.outwork.it.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.outwork.it.server.OnServer;
import org.junit.jupiter.api.Test;

/** An engine whose operator has named no origin. */
class CrossOriginOffIT extends OnServer {
  @Test
  void pages_of_other_origins_are_told_nothing_unless_the_operator_has_named_them() {
    given()
        .baseUri(rest().root())
        .header("Origin", "https://tasks.example.com")
        .header("Access-Control-Request-Method", "GET")
        .options("/version")
        .then()
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Access-Control-Allow-Methods", nullValue())
        .header("Vary", nullValue());
  }

  @Test
  void pages_of_other_origins_change_nothing() {
    rest()
        .request()
        .header("Sec-Fetch-Site", "cross-site")
        .body("{}")
        .post("/external-task/count")
        .then()
        .statusCode(403)
        .contentType("application/json")
        .body("type", equalTo("NotAuthorizedException"))
        .body("message", equalTo("A page of another origin may not change anything"));
  }
}
