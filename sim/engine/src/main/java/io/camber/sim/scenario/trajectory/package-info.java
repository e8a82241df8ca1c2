/** Lines that entities follow, with heading and time along them; pure geometry, all places resolved already. */
@NullMarked
package io.camber.sim.scenario.trajectory;

import org.jspecify.annotations.NullMarked;
