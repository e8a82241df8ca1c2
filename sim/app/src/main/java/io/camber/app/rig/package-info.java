/**
 * Runs whose nodes are processes: {@link io.camber.app.rig.LockstepRig} starts one for each node of a lockstep run,
 * {@link io.camber.app.rig.HostedNodes} is what such a process does. {@link io.camber.app.rig.BusAddress} says which bus
 * they meet on.
 */
@NullMarked
package io.camber.app.rig;

import org.jspecify.annotations.NullMarked;
