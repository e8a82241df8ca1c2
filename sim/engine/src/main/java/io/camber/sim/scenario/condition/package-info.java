/** What a trigger may ask of the stage, one condition per file. Edges and delays belong to the storyboard. */
@NullMarked
package io.camber.sim.scenario.condition;

import org.jspecify.annotations.NullMarked;
