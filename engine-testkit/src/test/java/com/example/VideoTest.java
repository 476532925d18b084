package com.example;

import static dev.outwork.testkit.assertions.OutworkAssertions.assertThat;

import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.testkit.Deployment;
import dev.outwork.testkit.OutworkExtension;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OutworkExtension.class)
@Deployment(resources = "video.bpmn")
class VideoTest {
  @Test
  void a_video_is_transcoded_and_then_uploaded(TestEngine engine) {
    ProcessInstance video = engine.start("video", Map.of("file", "holiday.mov"));
    assertThat(video).isWaitingAt("transcode");

    engine.worker("alice").does("transcode", Map.of("format", "mp4"));
    assertThat(video).isWaitingAt("upload").hasVariable("format", "mp4");

    engine.worker("bob").does("upload");
    assertThat(video).isEnded().hasPassed("transcode", "upload", "published");
  }

  @Test
  void a_customer_is_called_when_the_upload_takes_longer_than_an_hour(TestEngine engine) {
    ProcessInstance video = engine.start("video");
    engine.worker("alice").does("transcode");

    engine.advance(Duration.ofMinutes(61));

    assertThat(video).hasOpenTask("callCustomer").hasNotPassed("upload");
  }

  @Test
  void a_failed_task_is_tried_again_after_a_while(TestEngine engine) {
    ProcessInstance video = engine.start("video");
    LockedExternalTask task = engine.worker("alice").fetchesOne("transcode");

    engine.worker("alice").fails(task, "disk full", 2, Duration.ofMinutes(10));
    assertThat(video).externalTask("transcode").hasErrorMessage("disk full").hasRetries(2);

    engine.advance(Duration.ofMinutes(10));
    engine.worker("bob").does("transcode");
    assertThat(video).isWaitingAt("upload").hasNoIncident();
  }
}
