package dev.outwork.mover.showing;

import dev.outwork.mover.judging.MoveReport;
import java.util.function.Function;

/** How a report is shown. */
public enum ReportFormat {
  TEXT(TextReport::of),
  JSON(JsonReport::of),
  HTML(HtmlReport::of);

  private final Function<MoveReport, String> show;

  ReportFormat(Function<MoveReport, String> show) {
    this.show = show;
  }

  public String show(MoveReport report) {
    return show.apply(report);
  }
}
