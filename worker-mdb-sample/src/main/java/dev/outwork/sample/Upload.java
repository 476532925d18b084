package dev.outwork.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An uploaded video and its location. */
@Entity
@Table(name = "video_upload")
public class Upload {
  @Id private String id;

  @Column(name = "task_id")
  private String taskId;

  private String video;
  private String url;

  /** For JPA. */
  protected Upload() {}

  Upload(String taskId, String video, String url) {
    this.id = UUID.randomUUID().toString();
    this.taskId = taskId;
    this.video = video;
    this.url = url;
  }

  public String taskId() {
    return taskId;
  }

  public String video() {
    return video;
  }

  public String url() {
    return url;
  }
}
