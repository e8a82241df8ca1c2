/**
 * Ground and free space as the stack tells them, against what the points of the sweep truly hit (METRICS 6.6). Main type:
 * {@link io.camber.evaluation.ground.GroundMeasure}. Objects are judged elsewhere.
 */
@NullMarked
package io.camber.evaluation.ground;

import org.jspecify.annotations.NullMarked;
