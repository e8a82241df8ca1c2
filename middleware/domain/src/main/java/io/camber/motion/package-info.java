/**
 * Where the ego is told to go: missions, routes, trajectories in time.
 */
@NullMarked
package io.camber.motion;

import org.jspecify.annotations.NullMarked;
