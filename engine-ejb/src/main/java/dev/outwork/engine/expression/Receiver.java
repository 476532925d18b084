package dev.outwork.engine.expression;

/** What has methods in the vocabulary and is no plain value. */
interface Receiver {
  Kind kind();
}
