/**
 * Responsibility-Sensitive Safety across the lanes, in both directions, and where ways cross. Main type: {@link
 * io.camber.evaluation.responsibility.ResponsibilityMeasure}.
 */
@NullMarked
package io.camber.evaluation.responsibility;

import org.jspecify.annotations.NullMarked;
