package dev.outwork.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionNamesTest {

  @Test
  void an_expression_names_the_variables_that_it_reads() {
    assertThat(Expression.parse("${a + b.c[d] > größe}").names())
        .containsExactlyInAnyOrder("a", "b", "d", "größe");
    assertThat(Expression.parse("order-${id}-${part}").names())
        .containsExactlyInAnyOrder("id", "part");
  }

  @Test
  void literals_and_properties_are_not_variable_names() {
    assertThat(Expression.parse("${'a' == \"b\\\"x\"}").names()).isEmpty();
    assertThat(Expression.parse("${order . amount}").names()).containsExactly("order");
  }

  @Test
  void a_constant_reads_nothing() {
    assertThat(Expression.parse("amount").names()).isEmpty();
  }
}
