/**
 * Checks scenario files against the rules of the standard and of this simulator: {@link io.camber.sim.scenario.check.ScenarioCheck}
 * reports everything it finds, each finding with file, line and rule, where the reader stops at the first mistake.
 */
@NullMarked
package io.camber.sim.scenario.check;

import org.jspecify.annotations.NullMarked;
