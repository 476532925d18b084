package dev.outwork.sample;

import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Transcodes videos: a message-driven bean. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "topicName", propertyValue = "transcodeVideo"),
      @ActivationConfigProperty(propertyName = "variables", propertyValue = "video"),
      @ActivationConfigProperty(propertyName = "maxTasks", propertyValue = "4"),
      @ActivationConfigProperty(propertyName = "lockDuration", propertyValue = "10000"),
      @ActivationConfigProperty(propertyName = "retryAttempts", propertyValue = "5"),
      @ActivationConfigProperty(propertyName = "retryDelay", propertyValue = "PT0.5S")
    })
public class Transcoder implements ExternalTaskListener {
  @Inject private VideoTools tools;
  @Inject private Videos videos;

  @Override
  public void onTask(ExternalTaskExecution execution) {
    String video = execution.variable("video");
    String format = tools.transcode(video);
    videos.add(new Transcoding(execution.task().id(), video, format));
    execution.setVariable("format", format);
  }
}
