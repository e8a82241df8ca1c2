/**
 * Meshes of what moves and of things that stand in its way, built to the size that is asked for: cars, trucks, two-wheelers, people,
 * animals, obstacles. Main type {@link io.camber.sim.scene.shape.ActorShapes}. What stands beside roads is in the town.
 */
@NullMarked
package io.camber.sim.scene.shape;

import org.jspecify.annotations.NullMarked;
