/**
 * Makes the car follow the plan. Read {@link io.camber.control.TrajectoryController} first. The guardian, which distrusts
 * this code, shares none of it.
 */
@NullMarked
package io.camber.control;

import org.jspecify.annotations.NullMarked;
