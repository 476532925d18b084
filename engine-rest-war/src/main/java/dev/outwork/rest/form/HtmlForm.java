package dev.outwork.rest.form;

import static dev.outwork.api.form.FormFieldConstraint.READONLY;

import dev.outwork.api.form.FormData;
import dev.outwork.api.form.FormField;
import dev.outwork.api.form.FormFieldConstraint;
import dev.outwork.api.form.FormFieldType;
import dev.outwork.api.variable.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A form as HTML, with the attributes that clients of Camunda 7 use to fill and submit it. These
 * clients evaluate it with AngularJS, so labels and default values must not contain AngularJS
 * expressions: such a label stays text, and such a default value is left to the engine.
 */
final class HtmlForm {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
  private static final String INTERPOLATION = "{{";
  private static final String OF_FIELD = "this.generatedForm.";

  private final Html html = new Html();

  private HtmlForm() {}

  /** Empty if the form has no fields. */
  static Optional<String> of(FormData form) {
    List<FormField> all =
        Stream.concat(form.fields().stream(), form.properties().stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(new HtmlForm().write(all));
  }

  private String write(List<FormField> fields) {
    html.start("form", "name", "generatedForm", "role", "form");
    fields.forEach(this::write);
    return html.end().toString();
  }

  private void write(FormField field) {
    html.start("div", "class", "form-group");
    if (field.label() != null && !field.label().isEmpty()) {
      element("label", field.label(), "for", field.id());
    }
    switch (field.type()) {
      case ENUM -> select(field);
      case DATE -> datePicker(field);
      default -> input(field);
    }
    messages(field);
    html.end();
  }

  private void element(String name, String text, String attribute, String value) {
    List<String> attributes = new ArrayList<>(List.of(attribute, value));
    if (text.contains(INTERPOLATION)) {
      attributes.add("ng-non-bindable");
      attributes.add(null);
    }
    html.start(name, attributes.toArray(String[]::new)).text(text).end();
  }

  private void select(FormField field) {
    html.start("select", common(field).toArray(String[]::new));
    for (Map.Entry<String, String> value : field.values().entrySet()) {
      if (value.getValue() == null) {
        html.start("option", "value", value.getKey()).end();
      } else {
        element("option", value.getValue(), "value", value.getKey());
      }
    }
    html.end();
  }

  private void input(FormField field) {
    List<String> attributes = common(field);
    attributes.add("type");
    attributes.add(field.type() == FormFieldType.BOOLEAN ? "checkbox" : "text");
    Optional.ofNullable(field.defaultValue())
        .map(TypedValue::value)
        .map(Object::toString)
        .filter(value -> !value.contains(INTERPOLATION))
        .ifPresent(
            value -> {
              attributes.add("value");
              attributes.add(value);
            });
    html.empty("input", attributes.toArray(String[]::new));
  }

  private void datePicker(FormField field) {
    String id = field.id();
    // The script uses the field id as a function name.
    boolean canBeOpened = !field.isConstrained(READONLY) && IDENTIFIER.matcher(id).matches();
    List<String> attributes = common(field);
    attributes.addAll(List.of("type", "text"));
    if (canBeOpened) {
      attributes.addAll(
          List.of("uib-datepicker-popup", field.datePattern(), "is-open", "dateFieldOpened" + id));
    }
    html.start("div", "class", "input-group");
    html.empty("input", attributes.toArray(String[]::new));
    if (canBeOpened) {
      opener(id);
    }
    html.end();
  }

  private void opener(String id) {
    html.start("div", "class", "input-group-btn")
        .start(
            "button",
            "type",
            "button",
            "class",
            "btn btn-default",
            "ng-click",
            "open%s($event)".formatted(id))
        .start("i", "class", "glyphicon glyphicon-calendar")
        .end()
        .end()
        .end()
        .start("script", "cam-script", null, "type", "text/form-script")
        .verbatim(
            "$scope.open%s = function ($event) { $event.preventDefault(); $event.stopPropagation(); $scope.dateFieldOpened%s = true; };"
                .formatted(id, id))
        .end();
  }

  private static List<String> common(FormField field) {
    List<String> attributes = new ArrayList<>(List.of("class", "form-control", "name", field.id()));
    if (field.businessKey()) {
      attributes.add("cam-business-key");
      attributes.add(null);
    } else {
      String type = typeName(field);
      attributes.addAll(
          List.of(
              "cam-variable-type",
              type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1),
              "cam-variable-name",
              field.id()));
    }
    for (FormFieldConstraint constraint : field.constraints()) {
      attributes.add(constraint.name().equals(READONLY) ? "disabled" : constraint.name());
      attributes.add(constraint.configuration());
    }
    return attributes;
  }

  private static String typeName(FormField field) {
    return switch (field.type()) {
      case DATE, ENUM -> FormFieldType.STRING.typeName();
      default -> field.type().typeName();
    };
  }

  private void messages(FormField field) {
    String form = OF_FIELD + field.id();
    html.start(
        "div", "ng-if", "%s.$invalid && %s.$dirty".formatted(form, form), "class", "has-error");
    if (field.type() == FormFieldType.DATE) {
      message("%s.$error.required && !%s.$error.date".formatted(form, form), "Required field");
      message(
          form + ".$error.date",
          "Invalid date format: the date should have the pattern '%s'"
              .formatted(field.datePattern()));
    } else {
      message(form + ".$error.required", "Required field");
      message(
          form + ".$error.camVariableType",
          "Only a %s value is allowed".formatted(typeName(field)));
    }
    html.end();
  }

  private void message(String shownIf, String text) {
    html.start("div", "ng-show", shownIf, "class", "help-block").text(text).end();
  }
}
