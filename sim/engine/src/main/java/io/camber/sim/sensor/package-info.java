/**
 * Sensors. This package itself holds only {@link io.camber.sim.sensor.TruthPerception}, which stands in for sensing in
 * runs without sensors; the real ones live in the packages below.
 */
@NullMarked
package io.camber.sim.sensor;

import org.jspecify.annotations.NullMarked;
