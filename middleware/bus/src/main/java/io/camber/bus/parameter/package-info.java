/**
 * Parameters of nodes: typed values that are declared by a node, given at its start and changed while it runs. A node author
 * writes {@link io.camber.bus.parameter.Parameter} constants and declares them on
 * {@link io.camber.bus.parameter.NodeParameters}; {@link io.camber.bus.parameter.ParameterTable} holds the values and decides
 * about changes. Plain values and rules, no bus: {@code .service} carries them.
 */
@NullMarked
package io.camber.bus.parameter;

import org.jspecify.annotations.NullMarked;
