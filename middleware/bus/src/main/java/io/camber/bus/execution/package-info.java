/**
 * Runs nodes. {@link io.camber.bus.execution.LockstepExecutor} runs them on a logical clock with declared latencies and
 * gives the same bytes on any number of threads. What nodes see is in {@code io.camber.bus}.
 */
@NullMarked
package io.camber.bus.execution;

import org.jspecify.annotations.NullMarked;
