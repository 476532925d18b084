package dev.outwork.it.fault.unreliable;

import dev.outwork.sample.VideoTools;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.File;
import java.util.concurrent.ThreadLocalRandom;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Work that often goes wrong: before it, in it, and in the commit after it. In the directory {@code
 * fuses} of the system properties each file is the order for one death of the server: {@code
 * before}, {@code in-commit}, {@code after-commit}.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class UnreliableTools extends VideoTools {
  private static final int ONE_IN = 25;

  @Override
  public String transcode(String video) {
    goWrong();
    return super.transcode(video);
  }

  @Override
  public String upload(String video, String format) {
    goWrong();
    return super.upload(video, format);
  }

  private static void goWrong() {
    dieIfTold("before");
    TransactionSynchronizationRegistry transaction = transaction();
    transaction.registerInterposedSynchronization(new DeathInCommit());
    switch (ThreadLocalRandom.current().nextInt(ONE_IN)) {
      case 0 -> throw new IllegalStateException("The work cannot be done");
      case 1 -> throw new AssertionError("The work is impossible");
      case 2 -> transaction.setRollbackOnly();
      case 3 -> transaction.registerInterposedSynchronization(new FailureInCommit());
      default -> {
        // It goes well, as it does most of the time.
      }
    }
  }

  private static TransactionSynchronizationRegistry transaction() {
    try {
      return InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void dieIfTold(String when) {
    // Only the thread that deletes the file acts on it.
    if (new File(System.getProperty("fuses"), when).delete()) {
      Runtime.getRuntime().halt(137);
    }
  }

  private static final class FailureInCommit implements Synchronization {
    @Override
    public void beforeCompletion() {
      throw new IllegalStateException("The commit cannot be done");
    }

    @Override
    public void afterCompletion(int status) {}
  }

  private static final class DeathInCommit implements Synchronization {
    @Override
    public void beforeCompletion() {
      dieIfTold("in-commit");
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        dieIfTold("after-commit");
      }
    }
  }
}
