/**
 * Grids that triangles are drawn onto: {@link io.camber.sim.sensor.camera.raster.Drawing}, what the camera sees, and
 * {@link io.camber.sim.sensor.camera.raster.ShadowMap}, what the sun sees. What light and colour make of them stays out.
 */
@NullMarked
package io.camber.sim.sensor.camera.raster;

import org.jspecify.annotations.NullMarked;
