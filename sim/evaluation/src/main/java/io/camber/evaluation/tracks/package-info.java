/**
 * Scores of multi-object tracking over a whole drive: CLEAR, IDF1 and HOTA, from nothing but who was where and how alike. Main
 * type: {@link io.camber.evaluation.tracks.TrackLog}.
 */
@NullMarked
package io.camber.evaluation.tracks;

import org.jspecify.annotations.NullMarked;
