package dev.outwork.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A transcoded video and its format. */
@Entity
@Table(name = "video_transcoding")
public class Transcoding {
  @Id private String id;

  @Column(name = "task_id")
  private String taskId;

  private String video;
  private String format;

  /** For JPA. */
  protected Transcoding() {}

  Transcoding(String taskId, String video, String format) {
    this.id = UUID.randomUUID().toString();
    this.taskId = taskId;
    this.video = video;
    this.format = format;
  }

  public String taskId() {
    return taskId;
  }

  public String video() {
    return video;
  }

  public String format() {
    return format;
  }
}
