package dev.outwork.sample;

import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Uploads videos: a CDI bean. */
@ApplicationScoped
public class Uploader {
  @Inject private VideoTools tools;
  @Inject private Videos videos;

  /** Returns the variables to complete the task with. */
  @ExternalTaskSubscription(
      topicName = "uploadVideo",
      variables = {"video", "format"},
      maxTasks = 4,
      lockDuration = 10_000,
      retryAttempts = 5,
      retryDelay = "PT0.5S")
  public Map<String, Object> upload(ExternalTaskExecution execution) {
    String video = execution.variable("video");
    String url = tools.upload(video, execution.variable("format"));
    videos.add(new Upload(execution.task().id(), video, url));
    return Map.of("url", url);
  }
}
