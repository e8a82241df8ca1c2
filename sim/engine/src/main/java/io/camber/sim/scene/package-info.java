/**
 * What scenes are made of, and how rays meet it: class-true meshes, surfaces with optical properties, and the bounding volume
 * hierarchy over them. Main type: {@link io.camber.sim.scene.Mesh}. Whole scenes are in the town; sensors, noise and motion stay out.
 */
@NullMarked
package io.camber.sim.scene;

import org.jspecify.annotations.NullMarked;
