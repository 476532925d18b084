package dev.outwork.rest.query;

/** Whether the case of letters is ignored in the conditions on variables of one query. */
record Case(boolean isIgnoredInNames, boolean isIgnoredInValues) {
  static final String NAMES = "variableNamesIgnoreCase";
  static final String VALUES = "variableValuesIgnoreCase";
  static final Case MATTERS = new Case(false, false);
}
