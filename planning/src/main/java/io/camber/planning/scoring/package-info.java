/**
 * Simulates proposals with a delayed car and judges them. Main type: {@link io.camber.planning.scoring.ProposalScorer}.
 */
@NullMarked
package io.camber.planning.scoring;

import org.jspecify.annotations.NullMarked;
