package dev.outwork.api.form;

/** The types of form fields. */
public enum FormFieldType {
  STRING("string"),
  LONG("long"),
  BOOLEAN("boolean"),
  /** Shown and submitted as a text in a date pattern. */
  DATE("date"),
  /** One of the values that the field lists. */
  ENUM("enum");

  private final String typeName;

  FormFieldType(String typeName) {
    this.typeName = typeName;
  }

  /** The name in a model. */
  public String typeName() {
    return typeName;
  }
}
