/** Traffic lights of a scenario: controllers that cycle through phases, and what each light shows. */
@NullMarked
package io.camber.sim.scenario.signal;

import org.jspecify.annotations.NullMarked;
