/**
 * Plans judged as plans, whatever the car made of them: how they agree with the next plan, with what was then driven
 * and with the plan on the truth. Main
 * type: {@link io.camber.evaluation.plan.PlanMeasure}.
 */
@NullMarked
package io.camber.evaluation.plan;

import org.jspecify.annotations.NullMarked;
