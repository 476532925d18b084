package dev.outwork.engine.token.random;

import java.util.List;

/**
 * An activity that is done several times. Each instance knows its number by a variable of its own
 * name.
 *
 * @param size how often; 0 if a worker says so
 * @param enough with how many it is done; 0 for all
 */
record Multi(Activity activity, boolean isSequential, int size, int enough) implements Activity {
  @Override
  public String id() {
    return activity.id();
  }

  @Override
  public String title() {
    return "%s multi-instance, %s, %s"
        .formatted(
            isSequential ? "sequential" : "parallel",
            size == 0 ? "counted" : "of " + size,
            enough == 0 ? "all" : "at least " + enough);
  }

  @Override
  public List<Block> parts() {
    return List.of(activity);
  }

  @Override
  public void draw(Drawing drawing, Repetition repetition) {
    Repetition own = size == 0 ? byCount(drawing) : byElements(drawing);
    activity.draw(drawing.withIndex(index()), own);
  }

  private String index() {
    return Region.INDEX + id();
  }

  private Repetition byCount(Drawing drawing) {
    return new Repetition(
        "<camunda:inputOutput><camunda:inputParameter name=\"%s\">${loopCounter}</camunda:inputParameter></camunda:inputOutput>"
            .formatted(index()),
        loop(
            drawing.borders(),
            "<loopCardinality>${%s}</loopCardinality>".formatted(Decision.of(id()))));
  }

  private Repetition byElements(Drawing drawing) {
    return new Repetition(
        "",
        loop(
            drawing.borders()
                + " camunda:collection=\"%s\" camunda:elementVariable=\"%s\""
                    .formatted(Play.COLLECTION + size, index()),
            ""));
  }

  private String loop(String attributes, String cardinality) {
    String condition =
        enough == 0
            ? ""
            : "<completionCondition>${nrOfCompletedInstances >= %d}</completionCondition>"
                .formatted(enough);
    return "<multiInstanceLoopCharacteristics isSequential=\"%s\"%s>%s%s</multiInstanceLoopCharacteristics>"
        .formatted(isSequential, attributes, cardinality, condition);
  }

  @Override
  public void playInside(Reference reference, Region own, Runnable then) {
    int count = size == 0 ? reference.countOf(own.key(id())) : size;
    if (count == 0) {
      then.run();
      return;
    }
    Join join = new Join(enough == 0 ? count : Math.min(enough, count), then);
    if (isSequential) {
      playFrom(0, count, reference, own, join);
      return;
    }
    for (int index = 0; index < count && own.isAlive(); index++) {
      Region instance = own.inside(id(), index(), index);
      activity.playInside(reference, instance, instance.endingBefore(join));
    }
  }

  private void playFrom(int index, int count, Reference reference, Region own, Join join) {
    Region instance = own.inside(id(), index(), index);
    activity.playInside(
        reference,
        instance,
        instance.endingBefore(
            () -> {
              join.run();
              if (own.isAlive() && index + 1 < count) {
                playFrom(index + 1, count, reference, own, join);
              }
            }));
  }
}
