package dev.outwork.engine.token.random;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Any of several ways, each chosen by one bit; with none, straight to the end. */
record Inclusive(String id, List<Block> parts) implements Block {
  @Override
  public String title() {
    return "inclusive " + id;
  }

  @Override
  public Ends draw(Drawing drawing) {
    Decision.draw(drawing, id);
    drawing.node("inclusiveGateway", id + "_e", "", "");
    String none = drawing.flow(id, id + "_e");
    drawing.node("inclusiveGateway", id, "default=\"%s\"".formatted(none), "");
    for (int way = 0; way < parts.size(); way++) {
      Ends ends = parts.get(way).draw(drawing);
      drawing.flow(id, ends.first(), condition(way));
      drawing.flow(ends.last(), id + "_e");
    }
    return new Ends(Decision.taskOf(id), id + "_e");
  }

  private String condition(int way) {
    return IntStream.range(0, choices())
        .filter(choice -> takes(choice, way))
        .mapToObj(choice -> "%s == %d".formatted(Decision.of(id), choice))
        .collect(Collectors.joining(" or ", "${", "}"));
  }

  private int choices() {
    return 1 << parts.size();
  }

  private static boolean takes(int choice, int way) {
    return (choice >> way) % 2 == 1;
  }

  @Override
  public void play(Reference reference, Region in, Runnable then) {
    Decision.play(reference, in, id, choices(), choice -> take(choice, reference, in, then));
  }

  private void take(int choice, Reference reference, Region in, Runnable then) {
    if (choice == 0) {
      then.run();
      return;
    }
    Runnable join = new Join(Integer.bitCount(choice), then);
    IntStream.range(0, parts.size())
        .filter(way -> takes(choice, way))
        .forEach(way -> parts.get(way).play(reference, in, join));
  }
}
