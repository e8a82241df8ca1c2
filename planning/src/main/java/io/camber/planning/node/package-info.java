/** Planning on the bus: {@link io.camber.planning.node.PlanningNode} adapts any {@link io.camber.planning.Planner}. */
@NullMarked
package io.camber.planning.node;

import org.jspecify.annotations.NullMarked;
