package dev.outwork.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.form.FormFieldValidationException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.bpmn.FormFieldInfo;
import dev.outwork.engine.bpmn.FormFieldInfo.Constraint;
import dev.outwork.engine.bpmn.FormFieldInfo.Type;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldValuesTest {
  private static final Instant DAY = day("2026-12-24");

  private static Instant day(String text) {
    try {
      return new SimpleDateFormat("yyyy-MM-dd").parse(text).toInstant();
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static FormFieldInfo field(Type type, Constraint... constraints) {
    return new FormFieldInfo(
        "a",
        null,
        new FormFieldInfo.OfType(
            type,
            type == Type.DATE ? "yyyy-MM-dd" : null,
            type == Type.ENUM ? Map.of("red", "Red") : Map.of()),
        null,
        Map.of(),
        List.of(constraints),
        false);
  }

  private static TypedValue of(Object value) {
    return TypedValue.untyped(value);
  }

  static Stream<Arguments> converted() {
    return Stream.of(
        Arguments.of(Type.STRING, of("x"), of("x")),
        Arguments.of(Type.STRING, of(12), of("12")),
        Arguments.of(Type.STRING, of(12.5), of("12.5")),
        Arguments.of(Type.STRING, of(true), of("true")),
        Arguments.of(Type.STRING, of(DAY), of(Date.from(DAY).toString())),
        Arguments.of(Type.STRING, TypedValue.json("{}"), of("{}")),
        Arguments.of(Type.STRING, TypedValue.NULL, TypedValue.string(null)),
        Arguments.of(Type.LONG, of(12L), of(12L)),
        Arguments.of(Type.LONG, of(12), of(12L)),
        Arguments.of(Type.LONG, of((short) 12), of(12L)),
        Arguments.of(Type.LONG, of("-12"), of(-12L)),
        Arguments.of(Type.LONG, TypedValue.NULL, TypedValue.of(ValueType.LONG, null)),
        Arguments.of(Type.BOOLEAN, of(true), of(true)),
        Arguments.of(Type.BOOLEAN, of("TRUE"), of(true)),
        Arguments.of(Type.BOOLEAN, of("maybe"), of(false)),
        Arguments.of(Type.BOOLEAN, of(""), of(false)),
        Arguments.of(Type.BOOLEAN, TypedValue.NULL, TypedValue.bool(null)),
        Arguments.of(Type.DATE, of(DAY), of(DAY)),
        Arguments.of(Type.DATE, of(" 2026-12-24 "), of(DAY)),
        Arguments.of(Type.DATE, of("2026-12-24 and more"), of(DAY)),
        Arguments.of(Type.DATE, of("2026-12-54"), of(day("2027-01-23"))),
        Arguments.of(Type.DATE, of(" "), TypedValue.of(ValueType.DATE, null)),
        Arguments.of(Type.DATE, TypedValue.NULL, TypedValue.of(ValueType.DATE, null)),
        Arguments.of(Type.ENUM, of("red"), of("red")),
        Arguments.of(Type.ENUM, TypedValue.NULL, TypedValue.string(null)));
  }

  @ParameterizedTest
  @MethodSource("converted")
  void a_variable_has_the_type_of_its_field(Type type, TypedValue filledIn, TypedValue expected) {
    assertThat(FieldValues.toVariable(field(type), filledIn)).isEqualTo(expected);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(Type.STRING, of(new byte[1]), "a value of type 'Bytes' is not of type String"),
        Arguments.of(
            Type.STRING,
            TypedValue.object("X", "text/plain", "x"),
            "a value of type 'Object' is not of type String"),
        Arguments.of(Type.LONG, of("12.5"), "'12.5' is not of type Long"),
        Arguments.of(Type.LONG, of(12.0), "'12.0' is not of type Long"),
        Arguments.of(Type.LONG, of(""), "'' is not of type Long"),
        Arguments.of(Type.LONG, of(" 12"), "' 12' is not of type Long"),
        Arguments.of(Type.LONG, of(true), "'true' is not of type Long"),
        Arguments.of(
            Type.LONG, TypedValue.json("12"), "a value of type 'Json' is not of type Long"),
        Arguments.of(Type.BOOLEAN, of(1), "'1' is not of type Boolean"),
        Arguments.of(
            Type.DATE, of("24.12.2026"), "'24.12.2026' is not a date in the format 'yyyy-MM-dd'"),
        Arguments.of(Type.DATE, of(12), "'12' is not of type Date"),
        Arguments.of(Type.ENUM, of("blue"), "'blue' is none of [red]"),
        Arguments.of(Type.ENUM, of(""), "'' is none of [red]"),
        Arguments.of(Type.ENUM, of(12), "'12' is not of type String"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_value_of_another_type_is_refused(Type type, TypedValue filledIn, String reason) {
    assertThatThrownBy(() -> FieldValues.toVariable(field(type), filledIn))
        .isInstanceOf(UnfitValueException.class)
        .hasMessage(reason);
  }

  @Test
  void a_transient_value_stays_transient() {
    TypedValue passing = new TypedValue(ValueType.STRING, "12", Map.of(TypedValue.TRANSIENT, true));

    assertThat(FieldValues.toVariable(field(Type.LONG), passing).isTransient()).isTrue();
  }

  @Test
  void a_date_is_shown_as_a_text() {
    FormFieldInfo field = field(Type.DATE);

    assertThat(FieldValues.toField(field, of(DAY))).isEqualTo(of("2026-12-24"));
    assertThat(FieldValues.toField(field, TypedValue.NULL)).isEqualTo(of(""));
    assertThatThrownBy(() -> FieldValues.toField(field, of("2026-12-24")))
        .isInstanceOf(UnfitValueException.class);
  }

  static Stream<Arguments> constrained() {
    return Stream.of(
        Arguments.of("required", null, "a", true),
        Arguments.of("required", null, " ", true),
        Arguments.of("required", null, "", false),
        Arguments.of("required", null, 0, true),
        Arguments.of("readonly", null, null, true),
        Arguments.of("readonly", null, "", false),
        Arguments.of("min", "3", null, true),
        Arguments.of("min", "3", 3, true),
        Arguments.of("min", "3", 3L, true),
        Arguments.of("min", "3", (short) 2, false),
        Arguments.of("min", "2.5", 2.5, true),
        Arguments.of("min", "2.5", 2.4, false),
        Arguments.of("min", "3", "4", false),
        Arguments.of("min", "3", true, false),
        Arguments.of("max", "3", 3, true),
        Arguments.of("max", "3", 4, false),
        Arguments.of("max", "3", "2", false),
        Arguments.of("minlength", "2", null, true),
        Arguments.of("minlength", "2", "ab", true),
        Arguments.of("minlength", "2", "a", false),
        Arguments.of("minlength", "2", 12345, false),
        Arguments.of("maxlength", "2", "ab", true),
        Arguments.of("maxlength", "2", "abc", false));
  }

  @ParameterizedTest
  @MethodSource("constrained")
  void a_constraint_is_asked_of_what_was_sent(
      String name, String config, Object value, boolean holds) {
    FormFieldInfo field = field(Type.STRING, new Constraint(name, config));

    if (holds) {
      Constraints.check(field, value, () -> false);
    } else {
      assertThatThrownBy(() -> Constraints.check(field, value, () -> false))
          .isInstanceOf(FormFieldValidationException.class)
          .hasMessage(
              "Invalid value submitted for form field 'a': validation of %s failed."
                  .formatted(config == null ? name : "%s(%s)".formatted(name, config)));
    }
  }

  @Test
  void an_empty_required_field_may_have_a_value_already() {
    FormFieldInfo field = field(Type.STRING, new Constraint("required", null));

    Constraints.check(field, null, () -> true);
    assertThatThrownBy(() -> Constraints.check(field, null, () -> false))
        .isInstanceOf(FormFieldValidationException.class);
  }

  @Test
  void a_constraint_without_its_number_cannot_be_checked() {
    for (String name : List.of("min", "max")) {
      assertThatThrownBy(
              () -> Constraints.check(field(Type.LONG, new Constraint(name, null)), 1, () -> true))
          .isNotInstanceOf(FormFieldValidationException.class)
          .isInstanceOf(ProcessEngineException.class)
          .hasMessage(
              "Cannot check form field 'a': its constraint %s has no number".formatted(name));
    }
    assertThatThrownBy(
            () ->
                Constraints.check(
                    field(Type.STRING, new Constraint("maxlength", "x")), "a", () -> true))
        .isNotInstanceOf(FormFieldValidationException.class)
        .hasMessage("Cannot check form field 'a': its constraint maxlength(x) has no number");
  }
}
