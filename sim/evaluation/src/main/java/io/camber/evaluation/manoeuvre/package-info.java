/**
 * Whether it was foreseen who changes lanes and who turns, and how long before. Main type: {@link
 * io.camber.evaluation.manoeuvre.ManoeuvreScore}.
 */
@NullMarked
package io.camber.evaluation.manoeuvre;

import org.jspecify.annotations.NullMarked;
