/** Random values of parameters: {@link io.camber.sim.scenario.distribution.draw.Draw} and the distributions of OpenSCENARIO. */
@NullMarked
package io.camber.sim.scenario.distribution.draw;

import org.jspecify.annotations.NullMarked;
