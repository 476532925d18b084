/**
 * Random processes, and a small reference for what they have to do.
 *
 * <p>A process is a tree of blocks, so that it is sound by construction. Each block says how it is
 * drawn in BPMN, and beside that what it does: a second, much simpler reading of BPMN than that of
 * the engine, which knows no tokens, transactions or rows.
 */
package dev.outwork.engine.token.random;
