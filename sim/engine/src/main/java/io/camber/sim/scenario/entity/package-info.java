/** Entities of a scenario: what they are, how they move right now, and the stage they share. */
@NullMarked
package io.camber.sim.scenario.entity;

import org.jspecify.annotations.NullMarked;
