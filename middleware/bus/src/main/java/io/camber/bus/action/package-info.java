/**
 * Long-running jobs between nodes: {@link io.camber.bus.action.ActionServer} at the node that does them,
 * {@link io.camber.bus.action.ActionClient} at the one that wants them done. Built on nothing but what a
 * {@link io.camber.bus.NodeContext} offers, two services and two topics an action, so it works wherever nodes do.
 */
@NullMarked
package io.camber.bus.action;

import org.jspecify.annotations.NullMarked;
