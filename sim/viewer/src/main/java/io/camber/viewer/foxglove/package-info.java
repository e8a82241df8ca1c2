/**
 * Drives for Foxglove, Lichtblick and other programs that speak the Foxglove WebSocket protocol
 * ({@link io.camber.viewer.foxglove.FoxgloveFeed}), with everything they can draw in the schemas they know.
 */
@NullMarked
package io.camber.viewer.foxglove;

import org.jspecify.annotations.NullMarked;
