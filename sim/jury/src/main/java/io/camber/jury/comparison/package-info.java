/**
 * Whether one build drives better than another, worse, or whether that cannot be told: pairs of runs of one scenario and seed,
 * exact tests, intervals, gates. Main type: {@link io.camber.jury.comparison.Comparison}.
 */
@NullMarked
package io.camber.jury.comparison;

import org.jspecify.annotations.NullMarked;
