/**
 * Road networks for other tools: {@link io.camber.map.export.GeoJson} for map viewers and GIS, {@link
 * io.camber.map.export.LaneGraphJson} and {@link io.camber.map.export.LaneGraphDot} for the lane graph.
 */
@NullMarked
package io.camber.map.export;

import org.jspecify.annotations.NullMarked;
