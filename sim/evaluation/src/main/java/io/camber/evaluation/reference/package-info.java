/**
 * Drivers to compare the stack with: what one may expect of a good human in the same place.
 */
@NullMarked
package io.camber.evaluation.reference;

import org.jspecify.annotations.NullMarked;
