/**
 * What faults do to messages, without a bus: {@link io.camber.sim.fault.stream.Gate} lets the messages of one topic pass,
 * changed, late, twice or not at all. Each gate has its own seeded stream; when a fault is not active its gate is not asked.
 */
@NullMarked
package io.camber.sim.fault.stream;

import org.jspecify.annotations.NullMarked;
