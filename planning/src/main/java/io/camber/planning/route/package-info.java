/**
 * Where to drive: the route over the lane graph, the reference line along it and the places where the car may have to stop.
 * Main type: {@link io.camber.planning.route.RouteGuide}. Knows no other road users.
 */
@NullMarked
package io.camber.planning.route;

import org.jspecify.annotations.NullMarked;
