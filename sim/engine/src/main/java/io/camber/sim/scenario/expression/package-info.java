/** Parameters and the expressions of OpenSCENARIO: {@code $name} and <code>${...}</code>. */
@NullMarked
package io.camber.sim.scenario.expression;

import org.jspecify.annotations.NullMarked;
