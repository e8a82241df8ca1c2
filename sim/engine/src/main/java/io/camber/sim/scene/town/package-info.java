/**
 * Whole scenes: the surroundings that a map describes, built tile by tile, and the actors among them. Main type
 * {@link io.camber.sim.scene.town.SceneModel}. How meshes are kept and met by rays is in the package above, shapes of actors are beside.
 */
@NullMarked
package io.camber.sim.scene.town;

import org.jspecify.annotations.NullMarked;
