package dev.outwork.rest.form;

import dev.outwork.api.form.FormData;

/**
 * Where the form of a task or a start event is.
 *
 * @param camundaFormRef always null: references to forms are not kept
 * @param contextPath always null: no application serves forms
 */
public record FormDto(String key, Object camundaFormRef, String contextPath) {
  /**
   * A form that has fields and no key is found where it is rendered.
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
