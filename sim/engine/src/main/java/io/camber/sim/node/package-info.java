/**
 * The simulator on the bus: the world and every sensor as thin nodes. The stack meets them on topics only. Algorithms stay
 * out; each node hands its work to a plain class.
 */
@NullMarked
package io.camber.sim.node;

import org.jspecify.annotations.NullMarked;
