/**
 * Plays OpenSCENARIO XML 1.0 to 1.3: {@link io.camber.sim.scenario.Scenario} is a checked file,
 * {@link io.camber.sim.scenario.ScenarioPlayer} advances it step by step on a road map. Vehicle dynamics and sensors stay out.
 */
@NullMarked
package io.camber.sim.scenario;

import org.jspecify.annotations.NullMarked;
