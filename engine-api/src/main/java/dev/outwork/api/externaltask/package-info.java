/** External tasks: work that waits under a topic until a worker fetches it. */
package dev.outwork.api.externaltask;
