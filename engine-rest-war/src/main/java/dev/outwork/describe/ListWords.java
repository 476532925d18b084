package dev.outwork.describe;

import dev.outwork.api.Filter;
import dev.outwork.api.SortKey;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.rest.format.RestDate;
import dev.outwork.rest.query.QueriedBy;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The vocabulary of one list, as query parameters of a GET or as properties of the body of a POST.
 */
final class ListWords {
  private final QueriedBy words;
  private final boolean hasPages;
  private final Schemas schemas;

  ListWords(QueriedBy words, boolean hasPages, Schemas schemas) {
    this.words = words;
    this.hasPages = hasPages;
    this.schemas = schemas;
  }

  void describe(Operation operation, boolean isGet) {
    if (isGet) {
      parameters().forEach((name, schema) -> operation.addParametersItem(parameter(name, schema)));
    } else {
      operation.requestBody(
          new RequestBody()
              .content(
                  new Content().addMediaType("application/json", new MediaType().schema(body()))));
    }
    if (hasPages) {
      List.of("firstResult", "maxResults")
          .forEach(name -> operation.addParametersItem(parameter(name, new IntegerSchema())));
    }
  }

  private Map<String, Schema<?>> parameters() {
    Map<String, Schema<?>> named = new LinkedHashMap<>();
    for (Filter filter : words.filters().getEnumConstants()) {
      named.put(
          filter.parameter(),
          filter.kind() == Filter.Kind.VARIABLE_CONDITIONS
              ? new StringSchema()
                  .description("name_operator_value, separated by commas")
                  .example("amount_eq_100")
              : schema(filter));
    }
    for (String condition : words.dateConditions()) {
      named.put(
          condition,
          new StringSchema()
              .description("gt_date and lt_date, separated by commas")
              .example("gt_" + RestDate.EXAMPLE));
    }
    addCaseOfVariables(named);
    if (hasPages) {
      named.put("sortBy", sortBy());
      named.put("sortOrder", sortOrder());
    }
    return named;
  }

  private static Parameter parameter(String name, Schema<?> schema) {
    Parameter parameter = new QueryParameter().name(name).schema(schema);
    return schema instanceof ArraySchema
        ? parameter.style(Parameter.StyleEnum.FORM).explode(false)
        : parameter;
  }

  private Schema<?> body() {
    Map<String, Schema<?>> named = conditions();
    if (words.orQueries()) {
      named.put(
          "orQueries",
          new ArraySchema().items(schemas.named(name("OrQueryDto"), nullable(conditions()))));
    }
    named.put("sortBy", sortBy());
    named.put("sortOrder", sortOrder());
    named.put("sorting", new ArraySchema().items(sort()));
    return schemas.named(name("QueryDto"), nullable(named));
  }

  private String name(String ending) {
    return words.filters().getSimpleName().replaceFirst("Filter$", "") + ending;
  }

  private Map<String, Schema<?>> conditions() {
    Map<String, Schema<?>> named = new LinkedHashMap<>();
    for (Filter filter : words.filters().getEnumConstants()) {
      named.put(filter.parameter(), schema(filter));
    }
    for (String condition : words.dateConditions()) {
      named.put(condition, new ArraySchema().items(dateCondition()));
    }
    addCaseOfVariables(named);
    return named;
  }

  private static Schema<?> nullable(Map<String, Schema<?>> properties) {
    Schema<?> query = new ObjectSchema();
    properties.forEach((name, schema) -> query.addProperty(name, schema.nullable(true)));
    return query;
  }

  private void addCaseOfVariables(Map<String, Schema<?>> named) {
    boolean asksForVariables =
        Arrays.stream(words.filters().getEnumConstants())
            .anyMatch(filter -> filter.kind() == Filter.Kind.VARIABLE_CONDITIONS);
    if (asksForVariables) {
      named.put("variableNamesIgnoreCase", new BooleanSchema());
      named.put("variableValuesIgnoreCase", new BooleanSchema());
    }
  }

  private Schema<?> schema(Filter filter) {
    return switch (filter.kind()) {
      case STRING -> text(filter.words());
      case STRINGS -> new ArraySchema().items(new StringSchema());
      case FLAG -> new BooleanSchema();
      case INTEGER -> new IntegerSchema();
      case LONG -> new IntegerSchema().format("int64");
      case DATE -> RestTypes.date();
      case VARIABLE_CONDITIONS -> new ArraySchema().items(variableCondition());
      case VALUE -> new Schema<>();
    };
  }

  private static Schema<?> text(List<String> words) {
    StringSchema text = new StringSchema();
    words.forEach(text::addEnumItem);
    return text;
  }

  private Schema<?> variableCondition() {
    StringSchema operator = new StringSchema();
    for (VariableCondition.Operator known : VariableCondition.Operator.values()) {
      operator.addEnumItem(known.parameter());
    }
    Schema<?> condition = both("name", new StringSchema(), "operator", operator);
    condition.addProperty("value", new Schema<>().nullable(true));
    return schemas.named("VariableConditionDto", condition);
  }

  private Schema<?> dateCondition() {
    Schema<?> operator = new StringSchema().addEnumItem("gt").addEnumItem("lt");
    return schemas.named("DateConditionDto", both("operator", operator, "value", RestTypes.date()));
  }

  private Schema<?> sort() {
    return both("sortBy", sortBy(), "sortOrder", sortOrder());
  }

  private static Schema<?> both(String one, Schema<?> first, String other, Schema<?> second) {
    Schema<?> object = new ObjectSchema();
    object.addProperty(one, first);
    object.addProperty(other, second);
    return object.required(List.of(one, other));
  }

  private Schema<?> sortBy() {
    StringSchema keys = new StringSchema();
    for (SortKey key : words.sorting().getEnumConstants()) {
      keys.addEnumItem(key.parameter());
    }
    return keys;
  }

  private static Schema<?> sortOrder() {
    return new StringSchema().addEnumItem("asc").addEnumItem("desc");
  }
}
