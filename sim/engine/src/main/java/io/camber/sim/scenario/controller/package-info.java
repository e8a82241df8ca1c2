/**
 * Controllers of a scenario that have a model here: {@link io.camber.sim.scenario.controller.Drivers} lets the active ones
 * set the speed of their entities. Any other controller leaves its entity to the storyboard.
 */
@NullMarked
package io.camber.sim.scenario.controller;

import org.jspecify.annotations.NullMarked;
