package dev.outwork.engine.instance.random;

import dev.outwork.engine.instance.random.Event.Kind;
import dev.outwork.engine.instance.random.Scope.Ending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Draws processes by lot. A size is about how many tasks a part has. */
final class Generator {
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
  private int ids;
  private int repetitions;

  Generator(Random random) {
    this.random = random;
  }

  /** A process. */
  Scope process() {
    return scope(2 + random.nextInt(LARGEST));
  }

  private String id(String prefix) {
    ids++;
    return prefix + ids;
  }

  private Block block(int size) {
    if (size <= 1) {
      return random.nextInt(8) == 0 ? new Pause(id("nothing")) : task();
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

  private Task task() {
    return new Task(id("task"), random.nextInt(4) == 0);
  }

  private SubProcess subProcess(int size) {
    return new SubProcess(id("sub"), scope(size));
  }

  private Call call(int size) {
    return new Call(id("call"), scope(size));
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
    // A handler that undoes all instances at once is another thing than one for each of them.
    Activity repeated =
        activity instanceof Task task ? new Task(task.id(), false) : activity;
    return new Multi(repeated, random.nextBoolean(), lot(0, 0, 2, 3), lot(0, 0, 1, 2));
  }

  private Activity once(int size) {
    if (size <= 1 && random.nextInt(4) > 0) {
      return task();
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
      boolean isError = random.nextBoolean();
      events.add(
          isError
              ? event(Kind.ERROR, codes.remove(0), true, size / count)
              : event(Kind.MESSAGE, "", random.nextBoolean(), size / count));
    }
    return events;
  }

  private Event event(Kind kind, String code, boolean isInterrupting, int size) {
    String id = id("event");
    // What a compensation event in an event sub-process would undo is in the scope around it.
    Scope handler = new Scope(id("handler"), block(size), Ending.NONE, List.of());
    return new Event(id, kind, code, isInterrupting, handler);
  }

  private int lot(int... numbers) {
    return numbers[random.nextInt(numbers.length)];
  }
}
