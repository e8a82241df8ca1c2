/**
 * The controller on a fixed set of courses and under a grid of perturbations: {@link io.camber.app.control.CourseSheet} drives
 * and tells. Cars are those of {@code sim.dynamics}; there is no world, no sensor and no planner.
 */
@NullMarked
package io.camber.app.control;

import org.jspecify.annotations.NullMarked;
