package io.camber.app.simulation;

import io.camber.bus.execution.NodeFailure;
import io.camber.sim.node.Pacing;
import java.util.List;
import java.util.Optional;

/**
 * How a run went on the bus.
 *
 * @param endNs of the run's clock
 * @param failure what ended the run before its time
 * @param failures nodes of the stack that fell silent because they threw
 * @param pacing how well the world kept to the wall clock; empty on the logical one
 * @param hash SHA-256 chain over every message; empty in real time, where the order of messages is the machine's
 */
record Drive(
    long endNs,
    Optional<String> failure,
    List<NodeFailure> failures,
    Optional<Pacing> pacing,
    String hash,
    long messages) {}
