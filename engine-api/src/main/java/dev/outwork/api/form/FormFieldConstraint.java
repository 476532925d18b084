package dev.outwork.api.form;

/**
 * A constraint on the submitted value of a field.
 *
 * @param name {@code required}, {@code readonly}, {@code min}, {@code max}, {@code minlength} or
 *     {@code maxlength}
 * @param configuration the limit; null if the constraint has none
 */
public record FormFieldConstraint(String name, String configuration) {
  public static final String REQUIRED = "required";
  public static final String READONLY = "readonly";
  public static final String MIN = "min";
  public static final String MAX = "max";
  public static final String MINLENGTH = "minlength";
  public static final String MAXLENGTH = "maxlength";

  /** The form used in messages: {@code min(1)}. */
  @Override
  public String toString() {
    return configuration == null ? name : "%s(%s)".formatted(name, configuration);
  }
}
