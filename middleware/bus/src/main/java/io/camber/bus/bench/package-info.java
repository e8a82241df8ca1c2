/**
 * Measures a wire between two processes: round trips, one-way throughput and fan-out, as {@code docs/benchmarks.md} reports
 * them. {@link io.camber.bus.bench.WireBench} is started once per figure and prints one line of JSON.
 */
@NullMarked
package io.camber.bus.bench;

import org.jspecify.annotations.NullMarked;
