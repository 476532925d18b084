package dev.outwork.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.identity.AuthenticatedUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls in expressions; {@code VocabularyComparisonTest} compares what each of them answers with
 * Camunda 7.
 */
class VocabularyTest {
  private static final Names NAMES = Names.of(values());

  private static Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("name", "Ada");
    values.put("n", 1);
    values.put("nothing", null);
    values.put("noon", Instant.parse("2026-01-01T12:00:00Z"));
    values.put("list", List.of("a", "b"));
    values.put("map", Map.of("key", "v", "get", "not called"));
    values.put("large", "a".repeat(100_000));
    values.put("many", Collections.nCopies(100_000, "a"));
    values.put("opaque", (Opaque) () -> "variable 'opaque' of type 'Bytes'");
    return values;
  }

  private static Object evaluate(String text) {
    return Expression.parse(text).evaluate(NAMES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "${name.length() == 3 ? name.toUpperCase().substring(1) : 'x'} | DA",
        "${name . concat ( name.substring( 1 , 2 ) ).trim()}           | Adad",
        "${(name).replace(name.substring(0,1), list.get(1))}           | bda",
        "${map.get(list[0].concat('x').replace('ax', 'key'))}          | v",
        "${map['key'].concat(map.get)}                                 | vnot called",
        "${'a, b}'.split(', ')[1].concat(\"'\")}                       | b}'",
        "x-${name.length()}-${name.trim().length()}                    | x-3-3",
        "${not list.isEmpty() and name.startsWith('A') ? [name.trim()][0] : ''} | Ada",
        "${empty nothing or nothing.isEmpty() ? 'none' : ''}           | none",
        "${-n.intValue() + n.longValue() == 0 ? 'zero' : ''}           | zero",
      })
  void calls_stand_wherever_a_value_may_stand(String text, String result) {
    assertThat(evaluate(text)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${name.getClass()}",
        "${name.getClass().forName('x')}",
        "${''.getClass()}",
        "${(name).getClass()}",
        "${[name].getClass()}",
        "${list.get(0).getClass()}",
        "${name.toString().getClass()}",
        "${execution.getClass()}",
        "${execution.getVariable('name').getClass()}",
        "${execution.getProcessEngineServices()}",
        "${execution.processEngineServices.getRuntimeService()}",
        "${execution.getBpmnModelInstance()}",
        "${execution.removeVariable('x')}",
        "${execution.getId().getClass()}",
        "${execution.processInstance.getEngineServices()}",
        "${name.getBytes()}",
        "${name.chars()}",
        "${name.hashCode()}",
        "${name.notify()}",
        "${name.matches('a')}",
        "${name.replaceAll('a', 'b')}",
        "${list.stream()}",
        "${list.iterator()}",
        "${list.add('x')}",
        "${list.clear()}",
        "${map.put('a', 'b')}",
        "${map.entrySet()}",
        "${bean.run(execution)}",
        "${String.format('%s', name)}",
        "${java.lang.Runtime.getRuntime()}",
        "${T(java.lang.Runtime).getRuntime()}",
        "${name['trim']()}",
        "${name[list[0]]()}",
        "${map['key']()}",
        "${name.trim()()}",
        "${(name.trim)()}",
        "${'trim'()}",
        "${trim(name)}",
        "${fn:length(name)}",
        "${name:trim()}",
        "${$outwork_method.trim(name)}",
        "${$outwork_function}",
        "${name.$outwork_method()}",
        "${name.trim(1)}",
        "${name.substring()}",
        "${name.trim()",
        "${name.trim(}",
        "${name.trim(,)}",
        "${name.trim().}",
        "${name..trim()}",
        "${.trim()}",
        "${name.concat('a' 'b')}",
        "${name.trim(]}",
        "${name.concat(x -> x)}",
        "${name.concat(n = 1)}",
      })
  void what_leaves_the_vocabulary_is_refused_at_deployment(String text) {
    assertThatThrownBy(() -> Expression.parse(text))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(text)
        .hasMessageNotContaining("jakarta.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "${nothing.length()}      | 'length' is called on null",
        "${unknown.length()}      | Cannot resolve identifier 'unknown'",
        "${opaque.length()}       | 'length' is called on variable 'opaque' of type 'Bytes', which does not have it",
        "${n.length()}            | 'length' is called on a number, which does not have it",
        "${list.length()}         | 'length' is called on a list, which does not have it",
        "${map.trim()}            | 'trim' is called on a map, which does not have it",
        "${name.intValue()}       | 'intValue' is called on a text, which does not have it",
        "${name.getVariable('n')} | 'getVariable' is called on a text, which does not have it",
        "${map.getId()}           | 'getId' is called on a map, which does not have it",
        "${name.substring(9)}     | 'substring' accesses an index out of range",
        "${name.substring('x')}   | 'substring' failed: its argument must be a number",
        "${list.get(2)}           | 'get' accesses an index out of range",
        "${noon.before(n)}        | 'before' failed: its argument must be a date",
        "${name.contains(n)}      | 'contains' failed: its argument must be a text",
        "${name.split('[a]')}     | 'split' failed: its argument is not a regular expression",
        "${name.concat(opaque)}   | ",
      })
  void what_cannot_be_answered_fails_with_its_reason(String text, String reason) {
    if (reason != null) {
      assertThatThrownBy(() -> evaluate(text))
          .isInstanceOf(ExpressionException.class)
          .hasMessageContaining(text)
          .hasMessageContaining(reason)
          .hasMessageNotContaining("Ada");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${name.toUpercase()}        | calls 'toUpercase', which a value does not have | closest matches: toUpperCase",
        "${execution.getVarable('x')} | calls 'getVarable', which an execution does not have | closest matches: getVariable",
        "${'a'.size()}               | calls 'size', which a text does not have | closest matches: ",
        "${execution.id.size() + execution.getId().size()} | calls 'size', which a text does not have | closest",
        "${name.substring(1,2,3)}    | calls 'substring' with 3 arguments; it requires 1 or 2 | substring",
        "${today()}                  | calls the function 'today', which is not in the vocabulary | closest",
      })
  void a_refusal_names_the_nearest_that_there_are(String text, String what, String nearest) {
    assertThatThrownBy(() -> Expression.parse(text))
        .hasMessageContaining(what)
        .hasMessageContaining(nearest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${large.replace('a', large)}",
        "${large.replace('', large)}",
        "${large.concat(large).concat(large).concat(large).concat(large).concat(large).concat(large).concat(large).concat(large)"
            + ".concat(large).concat(large)}",
        "${many.toString().split(',').toString().split(',').toString()}",
        "${many.toString().concat(many.toString()).concat(many.toString()).concat(many.toString()).concat(many.toString())}",
        "${large.contains(large.substring(1).concat('b'))}",
        "${large.replace(large, 'x')}",
      })
  void what_would_make_or_compare_too_much_fails_before_it_does(String text) {
    Expression expression = Expression.parse(text);

    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> expression.evaluate(NAMES))
                .hasMessageContaining("its methods"));
  }

  static List<String> nested() {
    return List.of(
        "${name" + ".trim()".repeat(40) + "}",
        "${" + "name.concat(".repeat(29) + "n" + ")".repeat(29) + "}",
        "${" + "(".repeat(10) + "name" + ")".repeat(10) + ".trim()".repeat(40) + "}",
        "${name.trim()}".repeat(280));
  }

  @ParameterizedTest
  @MethodSource("nested")
  void what_is_not_refused_fits_a_small_stack(String text) throws Exception {
    assertThat(ExpressionTest.onSmallStack(() -> Expression.parse(text).evaluate(NAMES)))
        .asString()
        .startsWith("Ada");
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 400})
  void a_longer_chain_is_refused(int calls) {
    assertThatThrownBy(() -> Expression.parse("${name" + ".trim()".repeat(calls) + "}"))
        .hasMessageContaining("calls more than 40 methods");
  }

  @Test
  void and_so_is_one_with_brackets_that_are_too_deep() {
    String deep = "${" + "(".repeat(11) + "name" + ")".repeat(11) + ".trim()".repeat(40) + "}";
    String later = "${name" + ".trim()".repeat(39) + ".concat(" + "(".repeat(11);

    assertThatThrownBy(() -> Expression.parse(deep)).hasMessageContaining("more than 50 calls");
    assertThatThrownBy(() -> Expression.parse(later)).hasMessageContaining("more than 50 calls");
  }

  @Test
  void xml_is_read_and_never_fetched() {
    Names names =
        Names.of(
            Map.of(
                "xml",
                "<a b='1'><c>x</c></a>",
                "doctype",
                "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
                "deep",
                "<a>".repeat(101) + "</a>".repeat(101),
                "long",
                "<a>" + "x".repeat(1_000_000) + "</a>"));

    assertThat(Expression.parse("${XML(xml).attr('b').value()}").evaluate(names)).isEqualTo("1");
    for (String refused : List.of("doctype", "deep", "long")) {
      Expression expression = Expression.parse("${S(%s).textContent()}".formatted(refused));
      assertThatThrownBy(() -> expression.evaluate(names))
          .hasMessageContaining("its argument must be");
    }
  }

  @Test
  void what_spin_could_change_is_refused() {
    for (String call :
        List.of(
            "prop('a', 1)", "deleteProp('a')", "append(1)", "jsonPath('$')", "writeToWriter(w)")) {
      assertThatThrownBy(() -> Expression.parse("${JSON(text).%s}".formatted(call)))
          .isInstanceOf(ExpressionException.class);
    }
    for (String call : List.of("attr('a', 'b')", "removeAttr('a')", "xPath('/')", "unwrap()")) {
      assertThatThrownBy(() -> Expression.parse("${XML(text).%s}".formatted(call)))
          .isInstanceOf(ExpressionException.class);
    }
  }

  @Test
  void the_current_user_is_who_calls() {
    AuthenticatedUser.set("ada");
    try {
      assertThat(evaluate("${currentUser().getId()} ${currentUser().id}")).isEqualTo("ada ada");
    } finally {
      AuthenticatedUser.clear();
    }
    assertThat(evaluate("${currentUser()}")).isNull();
  }

  @Test
  void variables_that_are_asked_for_are_names_and_functions_are_not() {
    assertThat(Expression.parse("${execution.getVariable('a').concat(b.trim())}").names())
        .containsExactlyInAnyOrder("execution", "a", "b");
    assertThat(Expression.parse("${x.equals('a.b(c)')}").names()).containsExactly("x");
  }
}
