package dev.outwork.rest.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.form.FormData;
import dev.outwork.api.form.FormField;
import dev.outwork.api.form.FormFieldConstraint;
import dev.outwork.api.form.FormFieldType;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlFormTest {
  private static final FormField AMOUNT =
      field(
          "amount",
          "Amount",
          FormFieldType.LONG,
          TypedValue.of(ValueType.LONG, 7L),
          new FormFieldConstraint("min", "1"));

  private static FormField field(
      String id,
      String label,
      FormFieldType type,
      TypedValue defaultValue,
      FormFieldConstraint... constraints) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("r", "Red");
    values.put("g", null);
    return new FormField(
        id,
        label,
        type,
        type == FormFieldType.DATE ? "dd/MM/yyyy" : null,
        type == FormFieldType.ENUM ? values : Map.of(),
        false,
        defaultValue,
        TypedValue.NULL,
        Map.of(),
        List.of(constraints));
  }

  private static String html(FormField... fields) {
    return HtmlForm.of(new FormData(null, List.of(fields), List.of())).orElseThrow();
  }

  @Test
  void a_form_without_fields_is_none() {
    assertThat(HtmlForm.of(new FormData("key", List.of(), List.of()))).isEmpty();
  }

  @Test
  void a_field_is_an_input_that_clients_know_by_its_attributes() {
    assertThat(html(AMOUNT))
        .isEqualTo(
            """
            <form name="generatedForm" role="form">
              <div class="form-group">
                <label for="amount">
                  Amount
                </label>
                <input class="form-control" name="amount" cam-variable-type="Long" cam-variable-name="amount" min="1" type="text" value="7" />
                <div ng-if="this.generatedForm.amount.$invalid &amp;&amp; this.generatedForm.amount.$dirty" class="has-error">
                  <div ng-show="this.generatedForm.amount.$error.required" class="help-block">
                    Required field
                  </div>
                  <div ng-show="this.generatedForm.amount.$error.camVariableType" class="help-block">
                    Only a long value is allowed
                  </div>
                </div>
              </div>
            </form>
            """);
  }

  @Test
  void a_date_is_picked() {
    assertThat(html(field("due", null, FormFieldType.DATE, null)))
        .contains(
            """
                <div class="input-group">
                  <input class="form-control" name="due" cam-variable-type="String" cam-variable-name="due" type="text" uib-datepicker-popup="dd/MM/yyyy" is-open="dateFieldOpeneddue" />
                  <div class="input-group-btn">
                    <button type="button" class="btn btn-default" ng-click="opendue($event)">
                      <i class="glyphicon glyphicon-calendar">
                      </i>
                    </button>
                  </div>
                  <script cam-script type="text/form-script">
                    $scope.opendue = function ($event) { $event.preventDefault(); $event.stopPropagation(); $scope.dateFieldOpeneddue = true; };
                  </script>
                </div>
            """)
        .contains("Invalid date format: the date should have the pattern &#39;dd/MM/yyyy&#39;");
  }

  @Test
  void an_enum_is_selected_from() {
    assertThat(html(field("colour", null, FormFieldType.ENUM, TypedValue.string("r"))))
        .contains(
            """
                <select class="form-control" name="colour" cam-variable-type="String" cam-variable-name="colour">
                  <option value="r">
                    Red
                  </option>
                  <option value="g">
                  </option>
                </select>
            """);
  }

  @Test
  void a_boolean_is_a_box_to_check() {
    assertThat(html(field("ok", null, FormFieldType.BOOLEAN, TypedValue.bool(true))))
        .contains("cam-variable-type=\"Boolean\"")
        .contains("type=\"checkbox\" value=\"true\" />");
  }

  @Test
  void constraints_are_attributes() {
    FormFieldConstraint required = new FormFieldConstraint("required", null);
    FormFieldConstraint readonly = new FormFieldConstraint("readonly", null);

    assertThat(html(field("a", null, FormFieldType.STRING, null, required, readonly)))
        .contains("cam-variable-name=\"a\" required disabled type=\"text\" />");
    assertThat(html(field("a", null, FormFieldType.DATE, null, readonly)))
        .doesNotContain("<button")
        .doesNotContain("<script");
  }

  @Test
  void the_business_key_is_no_variable() {
    FormField key =
        new FormField(
            "key",
            null,
            FormFieldType.STRING,
            null,
            Map.of(),
            true,
            null,
            TypedValue.NULL,
            Map.of(),
            List.of());

    assertThat(html(key)).contains("name=\"key\" cam-business-key type=\"text\" />");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<script>x</script> | &lt;script&gt;x&lt;/script&gt;",
        "a \" onclick=\"x   | a &quot; onclick=&quot;x",
        "it's & more        | it&#39;s &amp; more"
      })
  void all_texts_are_escaped(String text, String escaped) {
    assertThat(html(field(text, text, FormFieldType.STRING, TypedValue.string(text))))
        .contains("<label for=\"%s\">\n      %s\n".formatted(escaped, escaped))
        .contains("name=\"%s\"".formatted(escaped))
        .contains("value=\"%s\"".formatted(escaped))
        .doesNotContain(text + "\n");
  }

  @Test
  void a_script_names_no_function_after_what_is_no_identifier() {
    assertThat(html(field("a</script><b>", null, FormFieldType.DATE, null)))
        .doesNotContain("<script")
        .doesNotContain("</script>")
        .contains("name=\"a&lt;/script&gt;&lt;b&gt;\"");
  }

  @Test
  void angularjs_expressions_stay_text() {
    String code = "{{constructor.constructor('x')()}}";

    assertThat(html(field("a", code, FormFieldType.STRING, TypedValue.string(code))))
        .contains("<label for=\"a\" ng-non-bindable>\n")
        .doesNotContain("value=");
  }
}
