/**
 * What a scenario can make happen, one action per file: an immutable description that reads itself from the file, and a run
 * that works while the action lasts. Where the standard is silent, esmini 3.6 is the reference.
 */
@NullMarked
package io.camber.sim.scenario.action;

import org.jspecify.annotations.NullMarked;
