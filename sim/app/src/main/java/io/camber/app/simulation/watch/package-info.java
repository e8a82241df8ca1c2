/**
 * Who looks on at a run: the jury, the album for the report, and the checks that need no truth, while it goes on or in its
 * log afterwards. Main type: {@link io.camber.app.simulation.watch.Watch}. Writing down what they saw stays out.
 */
@NullMarked
package io.camber.app.simulation.watch;

import org.jspecify.annotations.NullMarked;
