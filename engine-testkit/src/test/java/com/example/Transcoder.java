package com.example;

import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

@ApplicationScoped
public class Transcoder {
  @Inject private Disk disk;

  @ExternalTaskSubscription("transcode")
  public Map<String, Object> transcode(ExternalTaskExecution execution) {
    String file = execution.variable("file");
    if (!file.endsWith(".mov")) {
      throw new BpmnError("broken", "no video");
    }
    return Map.of("format", disk.write(file.replace(".mov", ".mp4")));
  }
}
