/**
 * Returns of the front radar against true actors. Main type: {@link io.camber.evaluation.radar.RadarMeasure}.
 */
@NullMarked
package io.camber.evaluation.radar;

import org.jspecify.annotations.NullMarked;
