/**
 * What perception does to the plan: a drive's planner run anew, each time also on the truth of the same moment. Main type: {@link
 * io.camber.app.divergence.PlannerDivergence}. The formulas are in {@code evaluation.plan}.
 */
@NullMarked
package io.camber.app.divergence;

import org.jspecify.annotations.NullMarked;
