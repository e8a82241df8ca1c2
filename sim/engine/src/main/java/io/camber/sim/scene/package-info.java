/**
 * What the sensors can see: class-true meshes, surfaces with optical properties, and the two-level bounding volume
 * hierarchy over them. Main type: {@link io.camber.sim.scene.SceneModel}. Sensors, noise and motion stay out.
 */
@NullMarked
package io.camber.sim.scene;

import org.jspecify.annotations.NullMarked;
