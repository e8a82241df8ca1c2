/**
 * The ego and its surroundings at one instant, as the measures need it: truth joined with the map. Main type: {@link
 * io.camber.evaluation.situation.Situation}.
 */
@NullMarked
package io.camber.evaluation.situation;

import org.jspecify.annotations.NullMarked;
