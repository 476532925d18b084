package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.ConditionalTrigger;
import dev.outwork.engine.bpmn.MessageTrigger;
import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.bpmn.SignalTrigger;
import dev.outwork.engine.bpmn.TimerTrigger;
import dev.outwork.engine.bpmn.Trigger;
import dev.outwork.engine.expression.ExpressionException;
import java.time.ZonedDateTime;

/** Creates the orders for what an activity waits for. */
final class Arming implements Trigger.Watcher {
  private final Activity owner;
  private final CatchingNode event;
  private final Evaluator evaluator;
  private final Orders orders;
  private final ZonedDateTime now;

  private Arming(Activity owner, CatchingNode event, ZonedDateTime now) {
    this.owner = owner;
    this.event = event;
    this.evaluator = Evaluator.of(owner.running());
    this.orders = owner.running().orders();
    this.now = now;
  }

  static void arm(Activity owner, CatchingNode event, ZonedDateTime now) {
    event.trigger().arm(new Arming(owner, event, now));
  }

  @Override
  public void message(MessageTrigger message) {
    subscribe(
        SubscriptionOrder.Type.MESSAGE,
        evaluator.name(message.name(), "the message name of " + event.info(), owner));
  }

  @Override
  public void signal(SignalTrigger signal) {
    subscribe(
        SubscriptionOrder.Type.SIGNAL,
        evaluator.name(signal.name(), "the signal name of " + event.info(), owner));
  }

  @Override
  public void condition(ConditionalTrigger condition) {
    subscribe(SubscriptionOrder.Type.CONDITIONAL, null);
  }

  @Override
  public void timer(TimerTrigger timer) {
    Schedule schedule = schedule(timer);
    orders.open(JobOrders.ofTimer(event, owner, schedule.dueAt(), schedule.repeat()));
  }

  private Schedule schedule(TimerTrigger timer) {
    Object value = evaluator.evaluate(timer.value(), "the timer of " + event.info(), owner);
    try {
      return Schedule.of(timer.kind(), value, now);
    } catch (ExpressionException e) {
      throw evaluator.failed("set the timer of " + event.info(), e.getMessage(), e);
    }
  }

  private void subscribe(SubscriptionOrder.Type type, String name) {
    orders.open(new SubscriptionOrder(owner.id(), event.eventId(), type, name));
  }
}
