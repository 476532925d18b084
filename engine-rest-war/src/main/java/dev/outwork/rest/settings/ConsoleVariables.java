package dev.outwork.rest.settings;

/** Whether the console shows values of variables at once, or when somebody asks for one. */
public enum ConsoleVariables {
  SHOWN,
  HIDDEN
}
