/**
 * Pictures of a road network for people: SVG and PNG by {@link io.camber.map.drawing.MapDrawing}.
 */
@NullMarked
package io.camber.map.drawing;

import org.jspecify.annotations.NullMarked;
