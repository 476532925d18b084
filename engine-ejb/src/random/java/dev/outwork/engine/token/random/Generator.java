package dev.outwork.engine.token.random;

import dev.outwork.engine.token.random.Event.Kind;
import dev.outwork.engine.token.random.Scope.Ending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Draws processes by lot. A size is about how many tasks a part has. */
final class Generator {
  /** With which the ids of events begin that can happen to an activity or in a scope. */
  static final String EVENT = "event";

  private static final int LARGEST = 50;
  private static final int MOST_NESTED_REPETITIONS = 2;

  private final Random random;
  private final List<IntFunction<Block>> kinds =
      List.of(
          this::sequence,
          this::sequence,
          this::sequence,
          size -> new Exclusive(id("exclusive"), blocks(size)),
          size -> new Parallel(id("parallel"), blocks(size)),
          size -> new Inclusive(id("inclusive"), blocks(size)),
          size -> new EventChoice(id("first"), blocks(size)),
          size -> new Loop(id("loop"), block(size - 1)),
          this::repeated,
          this::guarded,
          this::guarded,
          this::subProcess,
          this::call);
  private final boolean escalates;
  private int ids;
  private int repetitions;

  Generator(Random random) {
    this.random = random;
    this.escalates = random.nextBoolean();
  }

  /** A process. */
  Scope process() {
    return scope(2 + random.nextInt(LARGEST));
  }

  /** Whether something can be thrown without a worker. */
  boolean escalates() {
    return escalates;
  }

  private String id(String prefix) {
    ids++;
    return prefix + ids;
  }

  private Block block(int size) {
    if (size <= 1) {
      return single();
    }
    return kinds.get(random.nextInt(kinds.size())).apply(size);
  }

  /** Two or three blocks of this size in all. */
  private List<Block> blocks(int size) {
    int count = 2 + random.nextInt(2);
    int rest = size;
    List<Block> parts = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      int share = Math.min(rest, 1 + random.nextInt(1 + 2 * size / count));
      parts.add(block(share));
      rest -= share;
    }
    parts.add(block(rest));
    return parts;
  }

  private Sequence sequence(int size) {
    return new Sequence(blocks(size));
  }

  private Block single() {
    return switch (random.nextInt(10)) {
      case 0 -> escalates ? escalation() : task();
      case 1 -> new Pause(id("nothing"));
      default -> undoable(task());
    };
  }

  private Block escalation() {
    return new Escalation(id("escalation"), Play.CODES.get(random.nextInt(Play.CODES.size())));
  }

  private Activity undoable(Activity activity) {
    return random.nextInt(4) == 0 ? new Undoable(activity) : activity;
  }

  private Task task() {
    return new Task(id("task"));
  }

  private Activity subProcess(int size) {
    return undoable(new SubProcess(id("sub"), scope(size)));
  }

  private Activity call(int size) {
    return undoable(new Call(id("call"), scope(size)));
  }

  private Block repeated(int size) {
    Multi activity = several(size);
    return counted(activity, activity);
  }

  private Block guarded(int size) {
    List<Event> events = events(1 + random.nextInt(3), size / 2);
    Activity activity = random.nextInt(3) == 0 ? several(size / 2) : once(size / 2);
    return counted(activity, new Guarded(activity, events));
  }

  private static Block counted(Activity activity, Block block) {
    boolean isCounted = activity instanceof Multi multi && multi.size() == 0;
    return isCounted ? new Counted(activity.id(), block) : block;
  }

  private Multi several(int size) {
    repetitions++;
    boolean isNestedTooMuch = repetitions > MOST_NESTED_REPETITIONS;
    Activity activity = once(isNestedTooMuch ? 1 : size);
    repetitions--;
    return new Multi(activity, random.nextBoolean(), lot(0, 0, 2, 3), lot(0, 0, 1, 2));
  }

  private Activity once(int size) {
    if (size <= 1 && random.nextInt(4) > 0) {
      return undoable(task());
    }
    return random.nextInt(3) == 0 ? call(size) : subProcess(size);
  }

  private Scope scope(int size) {
    boolean hasEvents = random.nextInt(3) == 0;
    List<Event> events = hasEvents ? events(1 + random.nextInt(2), size / 3) : List.of();
    Ending ending = Ending.values()[lot(0, 0, 0, 0, 1, 2, 2)];
    return new Scope(id("scope"), block(hasEvents ? size / 2 : size), ending, events);
  }

  /** So many events, whose handlers are of this size in all. */
  private List<Event> events(int count, int size) {
    List<String> codes = new ArrayList<>(Play.CODES);
    codes.add("");
    Collections.shuffle(codes, random);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          switch (random.nextInt(escalates ? 5 : 4)) {
            case 0, 1 -> event(Kind.ERROR, codes.remove(0), true, size / count);
            case 2, 3 -> event(Kind.MESSAGE, "", random.nextBoolean(), size / count);
            default -> escalation(codes.remove(0), size / count);
          });
    }
    return events;
  }

  // Blocks started by a non-interrupting escalation must be small: several instances of them could
  // not be told apart.
  private Event escalation(String code, int size) {
    boolean isInterrupting = random.nextBoolean();
    return event(Kind.ESCALATION, code, isInterrupting, isInterrupting ? size : 0);
  }

  private Event event(Kind kind, String code, boolean isInterrupting, int size) {
    String id = id(EVENT);
    // A compensation event in an event sub-process compensates activities of the surrounding scope.
    Scope handler = new Scope(id("handler"), block(size), Ending.NONE, List.of());
    return new Event(id, kind, code, isInterrupting, handler);
  }

  private int lot(int... numbers) {
    return numbers[random.nextInt(numbers.length)];
  }
}
