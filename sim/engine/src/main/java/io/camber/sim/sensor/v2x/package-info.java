/**
 * What traffic lights say of themselves over the air. Main type: {@link io.camber.sim.sensor.v2x.SignalReceiver}.
 */
@NullMarked
package io.camber.sim.sensor.v2x;

import org.jspecify.annotations.NullMarked;
