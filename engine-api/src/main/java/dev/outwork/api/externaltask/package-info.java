/** External tasks: work of a topic that waits until a worker fetches it. */
package dev.outwork.api.externaltask;
