package dev.outwork.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static final Names NAMES = Names.of(values());

  private static Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("id", 7L);
    values.put("amount", 120);
    values.put("name", "Ada");
    values.put("nothing", null);
    values.put("yes", true);
    values.put("noon", NOON);
    values.put(
        "customer",
        Map.of("vip", true, "address", Map.of("city", "Riga"), "tags", List.of("a", "b")));
    values.put("list", Arrays.asList("first", "second", null));
    values.put("bytes", new byte[] {1, 2, 3});
    values.put("note", 1);
    values.put("android", 2);
    return values;
  }

  private static Object evaluate(String text) {
    return Expression.parse(text).evaluate(NAMES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "invoice", "cost: $5", "a {b} c", "#1", "C:\\temp", "$ {x}", "{}"})
  void a_text_without_an_expression_is_a_constant(String text) {
    Expression expression = Expression.parse(text);

    assertThat(expression.isConstant()).isTrue();
    assertThat(expression.text()).isEqualTo(text);
    assertThat(expression.evaluate(Names.NONE)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "order-${id}              | order-7",
        "${id}-${name}            | 7-Ada",
        "#{name}                  | Ada",
        "a ${nothing} b           | a  b",
        "$${name}                 | $Ada",
        "${customer.address.city} | Riga",
        "${customer['address'].city} | Riga",
        "${customer.tags[1]}      | b",
        "${list[0]}               | first",
        "${amount > 1 ? 'a' : 'b'} | a",
        "${'a}b'}                 | a}b",
        "${\"a}b\"}               | a}b",
        "${'it\\'s; f(x) = {1} -> 2'} | it's; f(x) = {1} -> 2",
        "${'${'}x}                | ${x}",
        "${name += '!'}           | Ada!",
        "C:${'\\\\'}temp            | C:\\temp",
      })
  void an_expression_can_give_a_text(String text, String result) {
    assertThat(evaluate(text)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${yes}",
        "${amount > 100 && customer.vip}",
        "${amount gt 100 and (customer.vip)}",
        "${not (amount lt 100)}",
        "${!(amount < 100)}",
        "${not empty (list) and empty nothing}",
        "${yes and (name eq 'Ada' or (amount == 1))}",
        "${id mod (4) == 3}",
        "${id div (2) == 3.5}",
        "${amount >= 120 && amount <= 120 && amount != 121}",
        "${note == 1 && android == 2}",
        "${noon == noon}",
        "${[1,2][1] == 2}",
        "${bytes[2] == 3}",
        "${nothing == null}",
        "${nothing.at.all == null}",
        "${customer.missing == null}",
        "${list[2] == null}",
        "${list[9] == null}",
        "${ yes }",
      })
  void an_expression_can_give_true(String text) {
    assertThat(evaluate(text)).isEqualTo(true);
  }

  @Test
  void values_come_out_as_they_are() {
    assertThat(evaluate("${id}")).isEqualTo(7L);
    assertThat(evaluate("${noon}")).isEqualTo(NOON);
    assertThat(evaluate("${nothing}")).isNull();
    assertThat(evaluate("${null}")).isNull();
    assertThat(evaluate("${list}")).isEqualTo(Arrays.asList("first", "second", null));
    assertThat(evaluate("${[1, name]}")).isEqualTo(List.of(1L, "Ada"));
    assertThat(evaluate("${id + 1}")).isEqualTo(8L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${name.getClass()}",
        "${name.bytes ()}",
        "${name.not()}",
        "${''.getClass().forName('java.lang.Runtime')}",
        "${list[0]('x')}",
        "${customer['x']()}",
        "${f()}",
        "${f:g(1)}",
        "${dateTime(1)}",
        "${true(1)}",
        "${1 (2)}",
        "${'a'('b')}",
        "${('a')('b')}",
        "${(x -> x)(1)}",
        "${x->x}",
        "${() -> 1}",
        "${a = 1}",
        "${customer.vip = false}",
        "${a == b = c}",
        "${1; 2}",
        "${{1,2}}",
        "${{'a':1}}",
        "${list.stream()}",
        "ok ${id} not ok ${name.bytes()}",
        "#{name.bytes()}",
        "${a\u037e(1)}",
        "\\${name.bytes()}",
        "\\${'}${name.bytes()}'}",
        "\\\\${name}",
        "${",
        "#{id",
        "${id + ",
        "${'open}",
        "${}",
        "${id id}",
        "${id} #{id}",
        "${(id}",
        "${id)}",
        "${[1}",
        "${a ? b}",
        "${'\\n'}",
        "${@x}",
        "C:\\temp ${name}",
        "${name} C:\\temp",
      })
  void what_is_not_well_formed_or_would_run_code_is_refused(String text) {
    assertThatThrownBy(() -> Expression.parse(text))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(text)
        .hasMessageNotContaining("jakarta.")
        .hasMessageNotContaining("expressly");
  }

  @Test
  void a_refusal_says_why() {
    assertThatThrownBy(() -> Expression.parse("${name.lenght()}"))
        .hasMessage(
            "Expression '${name.lenght()}' calls 'lenght', which a value does not have in the vocabulary of expressions"
                + " (no bean, class or other method can be called); the closest matches: length, concat, get");
    assertThatThrownBy(() -> Expression.parse("${a = 1}"))
        .hasMessage("Expression '${a = 1}' assigns a value; compare with ==");
  }

  @Test
  void an_unknown_name_is_a_failure() {
    assertThatThrownBy(() -> evaluate("${x}"))
        .isInstanceOf(ExpressionException.class)
        .hasMessage(
            "Unknown property used in expression: ${x}. Cause: Cannot resolve identifier 'x'");
    assertThatThrownBy(() -> evaluate("${x.y > 1}")).hasMessageContaining("identifier 'x'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.class}",
        "${name.class}",
        "${name.bytes}",
        "${name['class']}",
        "${customer.address.city.class}",
        "${list.class}",
        "${id.class}",
        "${noon.epochSecond}",
        "${bytes.length}",
        "${Integer.MAX_VALUE}",
        "${Runtime.runtime}",
        "${java.lang.Runtime}",
        "${pageContext}",
        "${name + 1}",
        "${noon > 5}",
        "${id % 0}",
        "${list + 1}",
      })
  void what_java_would_offer_cannot_be_reached(String text) {
    assertThatThrownBy(() -> evaluate(text))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(text)
        .hasMessageNotContaining("java.lang.String")
        .hasMessageNotContaining("java.util")
        .hasMessageNotContaining("jakarta");
  }

  @Test
  void the_class_of_a_map_is_an_entry_like_any_other() {
    assertThat(evaluate("${customer.class}")).isNull();
    assertThat(evaluate("${customer.size}")).isNull();
  }

  @Test
  void a_failure_names_no_value_of_a_variable() {
    assertThatThrownBy(() -> evaluate("${name + 1}"))
        .hasMessage(
            "Cannot evaluate expression ${name + 1}: a value in it does not fit the operation on it");
  }

  @Test
  void what_goes_wrong_while_a_value_is_looked_up_is_not_the_expressions_fault() {
    Names broken =
        new Names() {
          @Override
          public boolean knows(String name) {
            return true;
          }

          @Override
          public Object value(String name) {
            throw new IllegalStateException("the database is gone");
          }
        };

    assertThatThrownBy(() -> Expression.parse("${x}").evaluate(broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the database is gone");
  }

  static List<String> hostile() {
    return List.of(
        "${" + "(".repeat(1900) + "1" + ")".repeat(1900) + "}",
        "${" + "[".repeat(1900) + "1" + "]".repeat(1900) + "}",
        "${" + "x[".repeat(1000) + "1" + "]".repeat(1000) + "}",
        "${" + "!".repeat(3900) + "true}",
        "${" + "-".repeat(3900) + "1}",
        "${" + "not ".repeat(900) + "true}",
        "${" + "empty ".repeat(600) + "x}",
        "${" + "true?1:".repeat(500) + "1}",
        "${" + "true?".repeat(300) + "1" + ":1".repeat(300) + "}",
        "${'" + "x".repeat(4000) + "'}",
        "${id}" + "x".repeat(4000),
        "${1" + "+1".repeat(1900) + "}",
        "${true" + " and true".repeat(400) + "}",
        "${" + "{".repeat(100));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void what_could_exhaust_the_stack_is_refused(String text) {
    assertThatThrownBy(() -> Expression.parse(text)).isInstanceOf(ExpressionException.class);
  }

  static List<String> large() {
    return List.of(
        "${" + "(".repeat(30) + "1" + ")".repeat(30) + "}",
        "${" + "[".repeat(30) + "1" + "]".repeat(30) + "}",
        "${" + "!".repeat(100) + "true}",
        "${" + "true?1:".repeat(50) + "1}",
        "${" + "true?(".repeat(30) + "1" + "):1".repeat(30) + "}",
        "${1" + "+1".repeat(100) + "}",
        "${true" + "&&true".repeat(50) + "}",
        "${customer" + ".a".repeat(1900) + "}",
        "${customer" + "[1]".repeat(1200) + "}",
        "${[1" + ",1".repeat(1900) + "]}",
        "${id}".repeat(800));
  }

  @ParameterizedTest
  @MethodSource("large")
  void what_is_not_refused_fits_a_small_stack_and_is_quick(String text) throws Exception {
    Callable<Object> parse = () -> Expression.parse(text).evaluate(NAMES);

    Object result = Assertions.assertTimeout(Duration.ofSeconds(5), () -> onSmallStack(parse));

    assertThat(String.valueOf(result)).isNotEmpty();
  }

  static Object onSmallStack(Callable<Object> work) throws Exception {
    ExecutorService executor =
        Executors.newSingleThreadExecutor(task -> new Thread(null, task, "small", 256 * 1024));
    try {
      return executor.submit(work).get();
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void many_threads_can_share_an_expression() throws Exception {
    Expression expression = Expression.parse("${x * 2 == y && m.k[0] == x ? x : 'torn'}");
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> readers =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(reader -> () -> alwaysReadsItsOwn(expression, reader))
              .toList();

      for (Future<Boolean> each : executor.invokeAll(readers)) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      executor.shutdown();
    }
  }

  private static boolean alwaysReadsItsOwn(Expression expression, int reader) {
    return IntStream.range(0, 2000)
        .mapToLong(i -> reader * 10_000L + i)
        .allMatch(
            x ->
                expression
                    .evaluate(Names.of(Map.of("x", x, "y", 2 * x, "m", Map.of("k", List.of(x)))))
                    .equals(x));
  }
}
