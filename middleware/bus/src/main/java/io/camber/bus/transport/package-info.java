/**
 * The seam between nodes and the wires. Inside a process {@link io.camber.bus.transport.Transport} hands over values;
 * between processes {@link io.camber.bus.transport.Wire} carries bytes, over shared memory or UDP, from packages of their
 * own. What a node sees is in {@code io.camber.bus} and does not change with the place it runs at.
 */
@NullMarked
package io.camber.bus.transport;

import org.jspecify.annotations.NullMarked;
