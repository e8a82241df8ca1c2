/**
 * Counting and ordering of samples; no domain type.
 */
@NullMarked
package io.camber.evaluation.statistics;

import org.jspecify.annotations.NullMarked;
