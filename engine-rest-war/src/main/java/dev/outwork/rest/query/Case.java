package dev.outwork.rest.query;

/** Whether variable conditions of a query ignore the case of letters. */
record Case(boolean isIgnoredInNames, boolean isIgnoredInValues) {
  static final String NAMES = "variableNamesIgnoreCase";
  static final String VALUES = "variableValuesIgnoreCase";
  static final Case MATTERS = new Case(false, false);
}
