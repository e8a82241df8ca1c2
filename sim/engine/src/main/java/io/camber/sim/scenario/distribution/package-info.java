/**
 * Logical scenarios: how the parameters of a scenario vary. {@link io.camber.sim.scenario.distribution.ParameterDistribution}
 * reads OpenSCENARIO's ParameterValueDistribution files, {@link io.camber.sim.scenario.distribution.ParameterSpace} counts
 * their combinations and makes any one of them without making the others. Running them is somebody else's work.
 */
@NullMarked
package io.camber.sim.scenario.distribution;

import org.jspecify.annotations.NullMarked;
