/**
 * What the camera sees of triangles: {@link io.camber.sim.sensor.camera.raster.Drawing}, the nearest one at each pixel. What light and
 * colour make of them stays out.
 */
@NullMarked
package io.camber.sim.sensor.camera.raster;

import org.jspecify.annotations.NullMarked;
