/**
 * Faults on the bus: {@link io.camber.sim.fault.node.FaultyNode} puts any node into a context whose publishers, handlers and
 * newest values suffer the faults that the world tells on {@code /truth/faults}. The node inside cannot tell, and cannot see
 * that topic.
 */
@NullMarked
package io.camber.sim.fault.node;

import org.jspecify.annotations.NullMarked;
