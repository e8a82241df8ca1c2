package io.camber.planning.scoring;

import io.camber.planning.proposal.Proposal;

/**
 * A proposal and what became of it.
 *
 * @param safe true when no likely contact within the horizon remains
 * @param verdict short words for people
 */
public record Judgement(Proposal proposal, double score, boolean safe, String verdict) {}
