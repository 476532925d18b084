package dev.outwork.rest.pages;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.identity.GrantService;
import dev.outwork.rest.login.BrowserLogins;
import dev.outwork.rest.settings.RestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** What the operator has set for the console, and what its user may do. */
@Path("app/settings.json")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ConsoleSettingsResource {
  @Inject private GrantService grants;
  @Inject private BrowserLogins logins;

  @GET
  public ConsoleSettingsDto settings() {
    return new ConsoleSettingsDto(
        RestSettings.consoleVariables().name().toLowerCase(Locale.ROOT),
        logins.arePossible(),
        AuthenticatedUser.name().orElse(null),
        grants.grantsOfCaller().orElse(null));
  }
}
