/**
 * How benchmarks tell what they measured several times. Main type {@link io.camber.app.timing.Repetitions}. What is measured, and
 * how, stays with each benchmark.
 */
@NullMarked
package io.camber.app.timing;

import org.jspecify.annotations.NullMarked;
