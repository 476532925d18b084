package dev.outwork.api.form;

import dev.outwork.api.BadUserRequestException;

/** A form was submitted with a value that its field does not accept. REST API: status 400. */
public class FormFieldValidationException extends BadUserRequestException {
  private static final long serialVersionUID = 1L;

  private final String fieldId;

  public FormFieldValidationException(String fieldId, String message) {
    super(message);
    this.fieldId = fieldId;
  }

  /** The id of the field. */
  public String fieldId() {
    return fieldId;
  }
}
