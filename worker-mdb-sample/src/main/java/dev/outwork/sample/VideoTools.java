package dev.outwork.sample;

import jakarta.enterprise.context.ApplicationScoped;

/** The work itself, which takes no time here. */
@ApplicationScoped
public class VideoTools {
  /** Returns the format of the result. */
  public String transcode(String video) {
    return "webm";
  }

  /** Returns the location of the video. */
  public String upload(String video, String format) {
    return "https://videos.example/%s.%s".formatted(video, format);
  }
}
