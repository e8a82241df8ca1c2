package io.camber.motion;

/** One line of the planner's proposal table: what was tried, what it scored, why it fell. */
public record ProposalScore(String name, double score, String verdict) {}
