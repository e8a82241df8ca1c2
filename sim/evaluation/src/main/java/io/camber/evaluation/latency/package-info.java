/**
 * How old the world was when the car acted on it, sensor by sensor and hop by hop.
 */
@NullMarked
package io.camber.evaluation.latency;

import org.jspecify.annotations.NullMarked;
