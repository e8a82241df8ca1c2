/**
 * The virtual safety driver: triggers that would have made a person take over. Runs on ground truth, invisible to the
 * stack.
 */
@NullMarked
package io.camber.evaluation.intervention;

import org.jspecify.annotations.NullMarked;
