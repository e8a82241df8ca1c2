/**
 * How fast whole drives and storyboards go on this machine. Main type {@link io.camber.app.speed.LoopBenchmark}. Benchmarks of parts
 * stay with what they measure.
 */
@NullMarked
package io.camber.app.speed;

import org.jspecify.annotations.NullMarked;
