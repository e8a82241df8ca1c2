/**
 * The seam between nodes and the wires: what a transport is given and what it owes. In-process delivery is here; shared
 * memory and UDP fill the same seam from packages of their own.
 */
@NullMarked
package io.camber.bus.transport;

import org.jspecify.annotations.NullMarked;
