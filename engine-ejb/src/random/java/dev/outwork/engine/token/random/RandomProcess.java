package dev.outwork.engine.token.random;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A random process: what the reference plays, and its document. */
public final class RandomProcess {
  /** The codes of errors that are caught. */
  public static final List<String> CODES = Play.CODES;

  /** Variables of these names, and a number, are lists of as many numbers from 0 on. */
  public static final String COLLECTION = Play.COLLECTION;

  /** How long these lists are. */
  public static final List<Integer> COLLECTION_SIZES = List.of(2, 3);

  private final Scope scope;
  private final String document;

  private RandomProcess(Scope scope, String document) {
    this.scope = scope;
    this.document = document;
  }

  /**
   * A process of this key, and those that it calls.
   *
   * @param random is left where the process is done
   */
  public static RandomProcess of(String key, Random random) {
    Generator generator = new Generator(random);
    Scope scope = generator.process();
    // An event thrown without a worker may interrupt a token that moves by itself: the outcome
    // would depend on the order.
    Borders borders = new Borders(random, !generator.escalates() && random.nextBoolean());
    return new RandomProcess(scope, Document.of(key, scope, borders));
  }

  Scope scope() {
    return scope;
  }

  public String document() {
    return document;
  }

  /** The variable by which the worker of a task chooses a way, if it does: a number from 0 on. */
  public static Optional<String> decidedAt(String taskId) {
    return Decision.decidedAt(taskId);
  }

  /** Whether a message of this name may come or not, and the process goes on without it. */
  public static boolean mayHappen(String messageName) {
    return messageName.startsWith(Generator.EVENT);
  }
}
