package dev.outwork.sample;

import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.deployment.Resource;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Deploys the process when the application starts, unless it is deployed already. */
@Singleton
@Startup
public class VideoProcess {
  private static final String MODEL = "video.bpmn";

  @Inject private RepositoryService repository;

  @PostConstruct
  void deploy() {
    repository.createDeployment(
        new DeploymentRequest(
            "videos", "sample", null, true, false, List.of(new Resource(MODEL, model()))));
  }

  private static byte[] model() {
    try (InputStream model = VideoProcess.class.getResourceAsStream("/" + MODEL)) {
      return model.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
