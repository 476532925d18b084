package dev.outwork.rest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails as soon as more than the maximum has been read. */
final class LimitedStream extends FilterInputStream {
  private final long mostBytes;
  private long readBytes;

  LimitedStream(InputStream body, long mostBytes) {
    super(body);
    this.mostBytes = mostBytes;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) {
    readBytes += bytes;
    if (readBytes > mostBytes) {
      throw BodyLimit.tooLarge(mostBytes);
    }
  }
}
