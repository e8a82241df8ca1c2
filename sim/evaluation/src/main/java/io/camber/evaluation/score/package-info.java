/**
 * Figures that sum a drive up, made of other figures: scores of public benchmarks and the way driven before a person would have
 * taken over. Main type: {@link io.camber.evaluation.score.CompositeScores}.
 */
@NullMarked
package io.camber.evaluation.score;

import org.jspecify.annotations.NullMarked;
