/**
 * Vectors, poses, boxes and polylines in metres and radians. Values only: no map, no vehicle, no time.
 */
@NullMarked
package io.camber.geometry;

import org.jspecify.annotations.NullMarked;
