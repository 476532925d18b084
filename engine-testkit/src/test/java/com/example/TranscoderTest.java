package com.example;

import static dev.outwork.testkit.assertions.OutworkAssertions.assertThat;

import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.testkit.Deployment;
import dev.outwork.testkit.OutworkExtension;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = "video.bpmn")
class TranscoderTest {
  @RegisterExtension
  static final OutworkExtension OUTWORK =
      OutworkExtension.inMemory().with(Transcoder.class, Disk.class);

  @Test
  void a_video_becomes_an_mp4(TestEngine engine) {
    ProcessInstance video = engine.start("video", Map.of("file", "holiday.mov"));

    engine.runWorkers();

    assertThat(video).isWaitingAt("upload").hasVariable("format", "holiday.mp4");
  }

  @Test
  void an_unknown_file_type_is_rejected(TestEngine engine) {
    ProcessInstance video = engine.start("video", Map.of("file", "holiday.txt"));

    engine.runWorkers();

    assertThat(video).isEnded().hasPassed("broken", "rejected");
  }

  @Test
  void a_throwing_worker_is_called_three_times_then_an_incident_is_created(TestEngine engine) {
    ProcessInstance video = engine.start("video", Map.of("file", "a-very-long-holiday.mov"));

    engine.runWorkers();
    assertThat(video).externalTask("transcode").hasErrorMessage("disk full").hasRetries(2);

    engine.advance(Duration.ofMinutes(1));
    engine.runWorkers();
    engine.advance(Duration.ofMinutes(1));
    engine.runWorkers();
    assertThat(video).hasIncident("transcode");
  }
}
