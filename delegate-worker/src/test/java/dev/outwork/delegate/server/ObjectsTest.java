package dev.outwork.delegate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of the engine and of delegates are equal, with the same types. */
class ObjectsTest {
  /** An object of the application. */
  public record Order(int id, List<String> lines) {}

  private final Objects objects = new Objects(name -> false, getClass().getClassLoader());

  private static List<TypedValue> plain() {
    return List.of(
        TypedValue.NULL,
        TypedValue.string("text"),
        TypedValue.bool(true),
        TypedValue.of(ValueType.SHORT, (short) 1),
        TypedValue.integer(2),
        TypedValue.of(ValueType.LONG, 3L),
        TypedValue.of(ValueType.DOUBLE, 4.5),
        TypedValue.of(ValueType.DATE, Instant.parse("2026-01-02T03:04:05.006Z")));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void a_plain_value_comes_and_goes_with_its_type(TypedValue value) {
    assertThat(objects.ours(their(objects, value))).isEqualTo(value);
    assertThat(objects.ours(their(objects, value).getValue())).isEqualTo(value);
  }

  private static org.camunda.bpm.engine.variable.value.TypedValue their(
      Objects objects, TypedValue value) {
    return objects.theirs(Map.of("v", value)).typed("v", true);
  }

  @Test
  void a_date_is_a_date_of_java() {
    assertThat(their(objects, TypedValue.of(ValueType.DATE, Instant.EPOCH)).getValue())
        .isEqualTo(new Date(0));
  }

  @Test
  void structures_are_maps_and_lists_with_the_numbers_that_they_had() {
    TypedValue order = objects.ours(Map.of("id", 7, "lines", List.of("a")));

    assertThat(order.isStructure()).isTrue();
    assertThat(their(objects, order).getValue()).isEqualTo(Map.of("id", 7, "lines", List.of("a")));
  }

  @Test
  void an_object_is_written_as_json() {
    TypedValue order = objects.ours(new Order(7, List.of("a")));

    assertThat(order.type()).isEqualTo(ValueType.OBJECT);
    assertThat(order.value()).isEqualTo("{\"id\":7,\"lines\":[\"a\"]}");
    assertThat(order.valueInfo()).containsEntry(TypedValue.OBJECT_TYPE_NAME, Order.class.getName());
  }

  @Test
  void an_object_of_a_class_is_read_only_if_the_application_allows_the_class() {
    TypedValue order = objects.ours(new Order(7, List.of("a")));
    TypedValue orders =
        TypedValue.object(
            "java.util.ArrayList<%s>".formatted(Order.class.getName()),
            TypedValue.JSON_FORMAT,
            "[{\"id\":7,\"lines\":[]}]");
    Objects allowing = new Objects(Order.class.getName()::equals, getClass().getClassLoader());

    assertThat(their(allowing, order).getValue()).isEqualTo(new Order(7, List.of("a")));
    assertThat(their(allowing, orders).getValue()).isEqualTo(List.of(new Order(7, List.of())));
    for (TypedValue refused : List.of(order, orders)) {
      assertThatThrownBy(() -> their(objects, refused))
          .hasMessageContaining("'v' is an object of class " + Order.class.getName())
          .hasMessageContaining("mayRead");
    }
  }

  @Test
  void an_object_that_is_only_passed_on_is_not_read() {
    TypedValue order = objects.ours(new Order(7, List.of("a")));

    ObjectValue passed = (ObjectValue) objects.theirs(Map.of("v", order)).typed("v", false);

    assertThat(passed.isDeserialized()).isFalse();
    assertThat(objects.ours(passed)).isEqualTo(order);
  }

  @Test
  void a_file_of_a_delegate_is_a_file() {
    TypedValue file =
        objects.ours(
            Variables.fileValue("a.txt").mimeType("text/plain").file(new byte[] {1, 2}).create());

    assertThat(file.type()).isEqualTo(ValueType.FILE);
    assertThat((byte[]) file.value()).containsExactly(1, 2);
  }
}
