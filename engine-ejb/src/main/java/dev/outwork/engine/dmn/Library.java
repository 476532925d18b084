package dev.outwork.engine.dmn;

import java.util.List;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.dmn.feel.impl.FeelEngine;

/** The library with FEEL, and without the other languages that it supports. */
final class Library {
  private Library() {}

  /**
   * An engine takes microseconds to create; it serves one evaluation, which it reports to the
   * listener.
   */
  static DmnEngine engine(FeelEngine feel, DmnDecisionEvaluationListener listener) {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(() -> feel);
    configuration.setElProvider(text -> refuse());
    configuration.setScriptEngineResolver(language -> refuse());
    configuration.setCustomPostDecisionEvaluationListeners(List.of(listener));
    return configuration.buildEngine();
  }

  private static <T> T refuse() {
    throw new DecisionException("it has an expression that is not FEEL");
  }
}
