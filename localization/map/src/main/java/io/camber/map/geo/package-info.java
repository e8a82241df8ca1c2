/**
 * Between the map frame and the globe: {@link io.camber.map.geo.GeoProjection} turns metres into latitude and longitude by the
 * map's geoReference. For files, reports and people; nothing in the loop uses it.
 */
@NullMarked
package io.camber.map.geo;

import org.jspecify.annotations.NullMarked;
