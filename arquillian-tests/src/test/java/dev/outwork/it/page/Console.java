package dev.outwork.it.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.RestApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The console in a browser, as a person uses it. */
public record Console(ChromeDriver browser, RestApi rest) {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String AXE = read("/axe.min.js");

  /** Opens a page by its address, for example {@code topic/charge-card}, and waits for its data. */
  public void open(String address) {
    browser.get(rest.root() + "/app/#/" + address);
    waitFor("main [data-state=loaded]");
  }

  /** An address of parts of which none is trusted. */
  public static String address(String... parts) {
    return Stream.of(parts)
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  /** Clicks once it is there; the page may draw it anew at any time. */
  public void click(String selector) {
    await(selector)
        .atMost(LONGEST)
        .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
        .until(
            () -> {
              List<WebElement> found = browser.findElements(By.cssSelector(selector));
              found.stream().findFirst().ifPresent(WebElement::click);
              return !found.isEmpty();
            });
  }

  /** Clicks the button of the dialog that does what it asks about. */
  void confirm() {
    click("dialog [data-testid=yes]");
  }

  void fill(String selector, String text) {
    waitFor(selector);
    WebElement field = browser.findElement(By.cssSelector(selector));
    field.clear();
    field.sendKeys(text);
  }

  public void waitFor(String selector) {
    await(selector)
        .atMost(LONGEST)
        .until(() -> !browser.findElements(By.cssSelector(selector)).isEmpty());
  }

  void waitUntilGone(String selector) {
    await("the end of " + selector)
        .atMost(LONGEST)
        .until(() -> browser.findElements(By.cssSelector(selector)).isEmpty());
  }

  /** Waits until an element shows a text. */
  public void shows(String selector, String text) {
    showsOneOf(selector, text);
  }

  /** Waits until an element shows one of these texts. */
  void showsOneOf(String selector, String... texts) {
    await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(textOf(selector)).as(selector).containsAnyOf(texts));
  }

  String textOf(String selector) {
    Object text =
        browser.executeScript(
            "return document.querySelector(arguments[0])?.innerText ?? ''", selector);
    return String.valueOf(text);
  }

  public Object evaluate(String script, Object... arguments) {
    return browser.executeScript(script, arguments);
  }

  /** Shows the page as a phone does, or as a screen again. */
  void beA(boolean phone) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            phone ? 390 : 1400,
            "height",
            phone ? 844 : 1000,
            "deviceScaleFactor",
            1,
            "mobile",
            phone));
  }

  /**
   * The page that is shown has nothing that keeps people out, in the light and in the dark, and
   * nothing that is wider than a phone.
   */
  public void isAccessible() {
    for (String theme : List.of("light", "dark")) {
      evaluate("document.documentElement.dataset.theme = arguments[0]", theme);
      assertThat(findingsOfAxe()).as("%s, %s", browser.getCurrentUrl(), theme).isEqualTo(List.of());
    }
    beA(true);
    // The window of a phone becomes as wide as what is in it.
    assertThat(
            evaluate(
                "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth > clientWidth"))
        .as("%s is wider than a phone", browser.getCurrentUrl())
        .isEqualTo(false);
    beA(false);
  }

  private Object findingsOfAxe() {
    browser.executeScript(AXE);
    return browser.executeAsyncScript(
        """
        const done = arguments[0];
        axe.run(document, { resultTypes: ['violations'] }).then(
          ({ violations }) => done(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))),
          (problem) => done([String(problem)]));
        """);
  }

  /** Nothing has gone wrong in the page since the last time, and its policy was not violated. */
  public void hasNoErrors() {
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .filteredOn(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .isEmpty();
  }

  /**
   * The engine has refused something since the last time, which a browser logs, and nothing else.
   */
  void wasRefusedWith(int status) {
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .filteredOn(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.getMessage()).contains("with a status of " + status));
  }

  void picture(String name) throws IOException {
    Path picture = Path.of(System.getProperty("work.directory"), name + ".png");
    Files.createDirectories(picture.getParent());
    Files.write(picture, browser.getScreenshotAs(OutputType.BYTES));
  }

  public static String read(String resource) {
    try (InputStream content = Console.class.getResourceAsStream(resource)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }
}
