package dev.outwork.rest.login;

import dev.outwork.rest.format.Failures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** Where a browser logs in and out. */
@Path("login")
@ApplicationScoped
public class LoginResource {
  @Inject private BrowserLogins logins;

  /** Where the browser goes after a logout. */
  public record LogoutDto(String location) {}

  /**
   * Begins a login.
   *
   * @param from where the browser was, below the root of the API
   */
  @GET
  public Response begin(@QueryParam("from") String from) {
    try {
      return redirection(flow().begin(from));
    } catch (LoginFailed e) {
      return page(Response.Status.SERVICE_UNAVAILABLE, e.getMessage()).build();
    }
  }

  /** Where the provider sends the browser back. */
  @GET
  @Path("callback")
  public Response end(
      @QueryParam("state") String state,
      @QueryParam("code") String code,
      @QueryParam("error") String error,
      @Context HttpHeaders headers) {
    try {
      Step on = flow().end(new LoginFlow.Answer(state, code, error), name -> value(headers, name));
      return redirection(on);
    } catch (LoginFailed e) {
      Response.ResponseBuilder page = page(Response.Status.FORBIDDEN, e.getMessage());
      return (state != null && headers.getCookies().containsKey(flow().cookies().login(state))
              ? page.cookie(flow().cookies().header(flow().forget(state)))
              : page)
          .build();
    }
  }

  /** For a person who has logged out, if the provider has no such page. */
  @GET
  @Path("out")
  public Response out() {
    return page(Response.Status.OK, "You have logged out here, but not at the provider").build();
  }

  private Response.ResponseBuilder page(Response.Status status, String message) {
    return LoginPage.of(status, message, flow().places().login());
  }

  /** Ends the session of this browser. A copy of its cookie would last until it expires. */
  @DELETE
  @Produces(MediaType.APPLICATION_JSON)
  public Response logout() {
    Step out = flow().logout();
    return Response.ok(new LogoutDto(out.place().toString())).cookie(cookies(out)).build();
  }

  private Response redirection(Step step) {
    return Response.seeOther(step.place())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .cookie(cookies(step))
        .build();
  }

  private NewCookie[] cookies(Step step) {
    return step.cookies().stream().map(flow().cookies()::header).toArray(NewCookie[]::new);
  }

  private static String value(HttpHeaders headers, String name) {
    Cookie cookie = headers.getCookies().get(name);
    return cookie == null ? null : cookie.getValue();
  }

  private LoginFlow flow() {
    return logins.flow().orElseThrow(() -> Failures.missing("Nobody logs in here"));
  }
}
