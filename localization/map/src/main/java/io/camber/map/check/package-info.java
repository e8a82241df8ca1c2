/**
 * Judges OpenDRIVE files by the rules of the standard: {@link io.camber.map.check.MapCheck} reports every rule broken with its
 * ASAM rule id, element and line. Rules look at the file as it stands and, where they need geometry, at the road model; they
 * repair nothing.
 */
@NullMarked
package io.camber.map.check;

import org.jspecify.annotations.NullMarked;
