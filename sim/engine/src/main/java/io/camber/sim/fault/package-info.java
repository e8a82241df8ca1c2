/**
 * Faults that are injected on purpose: how they are written ({@link io.camber.sim.fault.Fault}), which there are ({@link
 * io.camber.sim.fault.FaultFamily}), what they strike and when. What they do to messages, to the car and to files lives in the
 * packages below.
 */
@NullMarked
package io.camber.sim.fault;

import org.jspecify.annotations.NullMarked;
