package dev.outwork.api.form;

/** What can be filled in. */
public enum FormFieldType {
  STRING("string"),
  LONG("long"),
  BOOLEAN("boolean"),
  /** Shown and filled in as a text in a pattern. */
  DATE("date"),
  /** One of the values that the field names. */
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
