/**
 * What perception asks of the world it already knows: {@link io.camber.perception.RoadContext} (where the road is and which
 * way its lanes run) and {@link io.camber.perception.PoseHistory} (where the ego was when a sensor measured). The algorithms
 * live in the packages below; nodes that feed them from topics live in {@code node}.
 */
@NullMarked
package io.camber.perception;

import org.jspecify.annotations.NullMarked;
