package io.camber.planning.scoring;

import io.camber.planning.proposal.Proposal;

/**
 * A proposal and what became of it.
 *
 * @param safe true when no likely contact within the horizon remains
 * @param contactS time until the first possible contact; positive infinity without any
 * @param verdict short words for people
 */
public record Judgement(
    Proposal proposal, double score, boolean safe, double contactS, String verdict) {}
