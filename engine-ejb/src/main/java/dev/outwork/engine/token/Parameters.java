package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Assignments.Event;
import dev.outwork.engine.bpmn.InputOutput;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sets input and output parameters of an activity, and the variables of its listeners. */
final class Parameters {
  private Parameters() {}

  static void setInputs(Activity activity) {
    Running running = activity.running();
    Evaluator evaluator = Evaluator.of(running);
    InputOutput parameters = activity.node().info().inputOutput();
    Map<String, TypedValue> inputs = new LinkedHashMap<>();
    for (InputOutput.Parameter input : parameters.inputs()) {
      inputs.put(input.name(), evaluator.input(input, activity));
    }
    running.variables().setAllLocal(activity.id(), inputs);
    for (InputOutput.Parameter input : parameters.innerInputs()) {
      running
          .variables()
          .setLocal(activity.id(), input.name(), evaluator.innerInput(input, activity));
    }
    evaluator.assign(Event.START, activity);
  }

  static void setOutputs(Activity activity) {
    Running running = activity.running();
    Evaluator evaluator = Evaluator.of(running);
    evaluator.assign(Event.END, activity);
    for (InputOutput.Parameter output : activity.node().info().inputOutput().outputs()) {
      running
          .variables()
          .set(
              running.activities().scopesFrom(activity.parentId()),
              output.name(),
              evaluator.output(output, activity));
    }
  }
}
