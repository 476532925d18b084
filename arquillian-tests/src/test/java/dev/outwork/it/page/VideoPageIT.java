package dev.outwork.it.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outwork.it.server.OnServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The page on which two workers in the browser work off videos. */
class VideoPageIT extends OnServer {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private ChromeDriver browser;

  @BeforeEach
  void openPage() throws IOException {
    Optional<ChromeDriver> found = Browser.open();
    assumeTrue(found.isPresent(), "Skipped: neither Chromium nor its driver is installed");
    browser = found.get();
    browser.get(rest().root() + "/pages/video/index.html?work=600&lock=4000");
  }

  // A fetch that still waits for a worker that has ended would take the next class's tasks.
  @AfterAll
  static void noFetchOutlivesThisClass() {
    endTheServer();
  }

  @AfterEach
  void closeBrowser() throws IOException {
    if (browser == null) {
      return;
    }
    Path picture = Path.of(System.getProperty("work.directory"), "video-page.png");
    Files.createDirectories(picture.getParent());
    Files.write(picture, browser.getScreenshotAs(OutputType.BYTES));
    browser.quit();
  }

  @Test
  void videos_go_through_both_workers_and_a_lost_one_is_taken_over() {
    start("holiday.mp4");
    assertThatEventually("finished", "holiday.mp4");
    assertThat(rest().completed("video")).isEqualTo(1);

    element("add-transcodeVideo").click();
    start("lost.mp4");
    await().atMost(LONGEST).until(() -> workingOn("lost.mp4").isPresent());
    workingOn("lost.mp4").orElseThrow().findElement(By.cssSelector("[data-testid=vanish]")).click();
    assertThatEventually("finished", "lost.mp4");

    await().atMost(LONGEST).untilAsserted(() -> assertThat(rest().completed("video")).isEqualTo(2));
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .filteredOn(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .isEmpty();
  }

  private void start(String video) {
    WebElement name = element("video-name");
    name.clear();
    name.sendKeys(video);
    element("start").click();
  }

  private Optional<WebElement> workingOn(String video) {
    return browser.findElements(By.cssSelector("[data-testid=worker][data-state=working]")).stream()
        .filter(card -> card.getText().contains(video))
        .findFirst();
  }

  private void assertThatEventually(String testId, String text) {
    await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(element(testId).getText()).contains(text));
  }

  private WebElement element(String testId) {
    return browser.findElement(By.cssSelector("[data-testid='" + testId + "']"));
  }
}
