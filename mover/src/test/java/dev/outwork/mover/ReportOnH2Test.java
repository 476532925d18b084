package dev.outwork.mover;

import dev.outwork.mover.source.SourceAddress;
import java.util.UUID;

class ReportOnH2Test extends ReportContract {
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @Override
  SourceAddress owner() {
    return new SourceAddress(url, "sa", "");
  }

  @Override
  SourceAddress reader() {
    return owner();
  }
}
