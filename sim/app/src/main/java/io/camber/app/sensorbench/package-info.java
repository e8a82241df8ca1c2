/**
 * How fast the sensors are: whole sweeps and images, rays alone beside Embree in the same run, growth with triangles and
 * actors, memory of a town. Main type: {@link io.camber.app.sensorbench.SensorBenchmark}.
 */
@NullMarked
package io.camber.app.sensorbench;

import org.jspecify.annotations.NullMarked;
