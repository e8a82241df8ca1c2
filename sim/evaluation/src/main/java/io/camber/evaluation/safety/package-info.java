/**
 * Collisions with fault, time to collision, time headway.
 */
@NullMarked
package io.camber.evaluation.safety;

import org.jspecify.annotations.NullMarked;
