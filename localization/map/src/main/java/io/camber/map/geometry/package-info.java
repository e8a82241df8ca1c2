/**
 * Planar curves and cubic profiles that describe a road, each evaluated by arc length. Knows no lanes and no files.
 */
@NullMarked
package io.camber.map.geometry;

import org.jspecify.annotations.NullMarked;
