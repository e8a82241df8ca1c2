/**
 * What to do: forecast, propose, simulate, score, fall back. Read {@link io.camber.planning.ProposalPlanner} first. Planning
 * never reads a clock, never touches the bus outside {@code .node}, and never sees simulator truth.
 */
@NullMarked
package io.camber.planning;

import org.jspecify.annotations.NullMarked;
