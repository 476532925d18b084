package dev.outwork.engine.token.random;

/** Goes on when as many have come as are awaited. */
final class Join implements Runnable {
  private final Runnable then;
  private int awaited;

  Join(int awaited, Runnable then) {
    this.awaited = awaited;
    this.then = then;
  }

  @Override
  public void run() {
    awaited--;
    if (awaited == 0) {
      then.run();
    }
  }
}
