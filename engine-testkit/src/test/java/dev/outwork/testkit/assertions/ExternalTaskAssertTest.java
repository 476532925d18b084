package dev.outwork.testkit.assertions;

import static dev.outwork.testkit.assertions.OutworkAssertions.assertThat;
import static dev.outwork.testkit.assertions.OutworkAssertions.assertThatThrownBy;

import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.testkit.Deployment;
import dev.outwork.testkit.OutworkExtension;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Assertions on external tasks, and their messages. */
@ExtendWith(OutworkExtension.class)
@Deployment(resources = "video.bpmn")
class ExternalTaskAssertTest {
  private final TestEngine engine;
  private ProcessInstance video;

  ExternalTaskAssertTest(TestEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() {
    video = engine.start("video");
  }

  @Test
  void who_has_locked_it_until_its_lock_runs_out() {
    assertThat(video).externalTask("transcode").isOpen().hasTopic("transcode");
    says(
        "be locked by 'alice', but it is of topic 'transcode', not locked, with unlimited retries, without an error message",
        () -> assertThat(video).externalTask("transcode").isLockedBy("alice"));

    engine.worker("alice").fetchesOne("transcode");
    assertThat(video).externalTask("transcode").isLockedBy("alice");
    says(
        "be open, but it is of topic 'transcode', locked by 'alice' until 2026-03-01T09:05:00Z",
        () -> assertThat(video).externalTask("transcode").isOpen());
    says(
        "be locked by 'bob', but it is",
        () -> assertThat(video).externalTask("transcode").isLockedBy("bob"));

    engine.advance(Duration.ofMinutes(5));
    assertThat(video).externalTask("transcode").isOpen();
  }

  @Test
  void a_longer_lock() {
    LockedExternalTask task = engine.worker("alice").fetchesOne("transcode");

    engine.worker("alice").extendsLock(task, Duration.ofHours(1));
    engine.advance(Duration.ofMinutes(59));

    assertThat(video).externalTask("transcode").isLockedBy("alice");
  }

  @Test
  void what_its_last_failure_has_left() {
    LockedExternalTask task = engine.worker("alice").fetchesOne("transcode");
    assertThat(task.task()).hasErrorMessage(null);

    engine.worker("alice").fails(task, "disk full", 3, Duration.ofMinutes(1));

    assertThat(task.task()).hasErrorMessage("disk full").hasRetries(3);
    says(
        "have 2 retries, but it is of topic 'transcode', locked by 'alice' until 2026-03-01T09:01:00Z, with 3 retries, with the error message 'disk full'",
        () -> assertThat(task.task()).hasRetries(2));
    says(
        "have the error message 'disk lost', but it is",
        () -> assertThat(task.task()).hasErrorMessage("disk lost"));
  }

  @Test
  void one_that_there_is_not_or_no_more() {
    LockedExternalTask task = engine.worker("alice").fetchesOne("transcode");
    engine.worker("alice").completes(task);

    assertThatThrownBy(() -> assertThat(task.task()).isOpen())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Expected external task 'transcode' of instance %s to be open, but it has been completed or cancelled",
            video.id());
    assertThatThrownBy(() -> assertThat(video).externalTask("transcode"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Expected instance %s of 'video' to have one external task at 'transcode', but it waits at 'upload'; it has passed 'received', 'transcode'",
            video.id());
  }

  private void says(String message, ThrowingCallable assertion) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Expected external task 'transcode' of instance %s to %s", video.id(), message);
  }
}
