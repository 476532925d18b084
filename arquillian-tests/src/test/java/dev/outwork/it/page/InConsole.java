package dev.outwork.it.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outwork.it.server.OnServer;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.openqa.selenium.chrome.ChromeDriver;

/** A test in the console: all tests of a class share a browser, and each leaves a picture. */
abstract class InConsole extends OnServer {
  static ChromeDriver browser;

  Console console;

  @BeforeEach
  void openBrowser() throws IOException {
    if (browser == null) {
      Optional<ChromeDriver> found = Browser.open();
      assumeTrue(found.isPresent(), "Skipped: neither Chromium nor its driver is installed");
      browser = found.get();
    }
    console = new Console(browser, rest());
  }

  @AfterEach
  void nothingWentWrong(TestInfo test) throws IOException {
    if (console != null) {
      console.picture("console-" + test.getTestMethod().orElseThrow().getName());
      console.hasNoErrors();
    }
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
    browser = null;
  }

  int count(String path) {
    return rest().get(path).then().statusCode(200).extract().path("count");
  }
}
