/**
 * Runs nodes in real time: one thread a node, wall clock, deadlines counted instead of kept by force. The nodes are the
 * same as in lockstep and cannot tell. {@link io.camber.bus.realtime.RealtimeExecutor} is the entry; without a wire its
 * nodes hand each other values, with a wire everything goes over the wire so that any process can take part.
 */
@NullMarked
package io.camber.bus.realtime;

import org.jspecify.annotations.NullMarked;
