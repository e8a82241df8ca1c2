/**
 * What a jury says: outcome, metrics with limits and owners, key events, time series. Plain values; computes nothing.
 */
@NullMarked
package io.camber.evaluation.judgement;

import org.jspecify.annotations.NullMarked;
