/**
 * The futures of other road users laid out for the planner: on its time grid, in the map and along the reference line. Main
 * type: {@link io.camber.planning.forecast.Forecast}.
 */
@NullMarked
package io.camber.planning.forecast;

import org.jspecify.annotations.NullMarked;
