/** Faults of the simulated car: its actuators, and what is handed out about it and its road as the run begins. */
@NullMarked
package io.camber.sim.fault.plant;

import org.jspecify.annotations.NullMarked;
