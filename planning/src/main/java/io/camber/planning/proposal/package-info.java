/**
 * Candidate trajectories: lateral paths about the reference line times longitudinal profiles along them. Main type:
 * {@link io.camber.planning.proposal.ProposalGenerator}. Nothing is judged here.
 */
@NullMarked
package io.camber.planning.proposal;

import org.jspecify.annotations.NullMarked;
