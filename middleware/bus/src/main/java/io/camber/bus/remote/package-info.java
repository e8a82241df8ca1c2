/**
 * Lockstep across processes: the executor of a run has some of its nodes in other processes, on this host or another.
 * {@link io.camber.bus.remote.RemoteNode} stands at the executor's table and sends each call over a wire;
 * {@link io.camber.bus.remote.NodeHost} waits in the node's process, runs the call and sends back what it brought forth.
 * The executor's order of commits does not depend on where a body is, so the run's hash is the one of a single process.
 */
@NullMarked
package io.camber.bus.remote;

import org.jspecify.annotations.NullMarked;
