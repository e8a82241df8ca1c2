/**
 * Sensor rigs as files: which sensors a car carries, where they sit, what they see, when their data comes. Main type:
 * {@link io.camber.app.sensors.SensorRig}.
 */
@NullMarked
package io.camber.app.sensors;

import org.jspecify.annotations.NullMarked;
