/**
 * The storyboard: stories, acts, groups, maneuvers and events as the file tells them, and the state machine that plays them.
 */
@NullMarked
package io.camber.sim.scenario.storyboard;

import org.jspecify.annotations.NullMarked;
