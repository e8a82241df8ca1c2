/**
 * One road as OpenDRIVE describes it: reference line, lane sections, marks, signals and objects. Knows neither files nor the
 * lane graph; {@link io.camber.map.road.RoadNetwork} is the whole of it.
 */
@NullMarked
package io.camber.map.road;

import org.jspecify.annotations.NullMarked;
