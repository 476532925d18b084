package dev.outwork.api.form;

import dev.outwork.api.BadUserRequestException;

/** A form was submitted with a value that its field does not take. On the wire: status 400. */
public class FormFieldValidationException extends BadUserRequestException {
  private static final long serialVersionUID = 1L;

  private final String fieldId;

  public FormFieldValidationException(String fieldId, String message) {
    super(message);
    this.fieldId = fieldId;
  }

  /** Which field it is. */
  public String fieldId() {
    return fieldId;
  }
}
