/**
 * What a sweep runs: {@link io.camber.app.sweep.plan.SweepInputs} finds scenarios and distributions,
 * {@link io.camber.app.sweep.plan.SweepPlan} numbers their runs and makes any one of them, sampled and sharded or not.
 */
@NullMarked
package io.camber.app.sweep.plan;

import org.jspecify.annotations.NullMarked;
