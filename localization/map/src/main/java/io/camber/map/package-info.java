/**
 * The road network as the stack sees it: {@link io.camber.map.RoadMap} answers where lanes are, which lane a point is on,
 * and where traffic lights want a car to stop. Stands on the road model and the file reader; routes and drawings stay out.
 */
@NullMarked
package io.camber.map;

import org.jspecify.annotations.NullMarked;
