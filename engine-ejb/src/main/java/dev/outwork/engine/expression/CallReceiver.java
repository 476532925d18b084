package dev.outwork.engine.expression;

/** An object with methods in the vocabulary that is no plain value. */
interface CallReceiver {
  Kind kind();
}
