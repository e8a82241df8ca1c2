/**
 * Ways through the lane graph: {@link io.camber.map.routing.Router} finds lanes, {@link io.camber.map.routing.LanePath} is the
 * smooth line over them that carries Frenet coordinates.
 */
@NullMarked
package io.camber.map.routing;

import org.jspecify.annotations.NullMarked;
