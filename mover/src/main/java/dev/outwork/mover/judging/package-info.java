/** Says of each definition and each instance whether it can come over, and why not. */
package dev.outwork.mover.judging;
