package dev.outwork.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

  @Test
  void a_condition_holds_or_does_not() {
    Condition condition = Condition.parse(" ${amount > 100}\n");

    assertThat(condition.holds(Names.of(Map.of("amount", 101)))).isTrue();
    assertThat(condition.holds(Names.of(Map.of("amount", 100)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "true", "approved", "${a}${b}", "x ${a}"})
  void a_text_is_no_condition(String text) {
    assertThatThrownBy(() -> Condition.parse(text))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("yields a text instead of a boolean");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${'true'}", "${1}", "${null}", "${[true]}"})
  void a_result_that_is_neither_true_nor_false_is_a_failure(String text) {
    assertThatThrownBy(() -> Condition.parse(text).holds(Names.NONE))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("Condition %s is neither true nor false".formatted(text));
  }

  @Test
  void an_unknown_name_in_a_condition_is_a_failure() {
    assertThatThrownBy(() -> Condition.parse("${approved}").holds(Names.NONE))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("Cannot resolve identifier 'approved'");
  }
}
