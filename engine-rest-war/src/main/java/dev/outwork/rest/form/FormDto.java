package dev.outwork.rest.form;

import dev.outwork.api.form.FormData;

/**
 * The location of the form of a task or a start event.
 *
 * @param camundaFormRef always null: form references are not stored
 * @param contextPath always null: no application serves forms
 */
public record FormDto(String key, Object camundaFormRef, String contextPath) {
  /**
   * A form with fields but without a key is at the path that renders it.
   *
   * @param path the path of the task or the definition
   */
  static FormDto of(FormData form, String path) {
    boolean isRendered =
        (form.formKey() == null || form.formKey().isEmpty()) && !form.fields().isEmpty();
    String key =
        isRendered
            ? "embedded:engine://engine/:engine/%s/rendered-form".formatted(path)
            : form.formKey();
    return new FormDto(key, null, null);
  }
}
