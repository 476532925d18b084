/**
 * Moves slices, in chunks. A chunk is suspended and marked in one transaction of the source, then
 * copied, compared and released in one of the target, then marked as moved. A mover that is killed
 * leaves marks, and what the target has committed: both together say how to go on.
 */
package dev.outwork.mover.moving;
