/**
 * How well a future was foreseen: displacement and misses of the best of several modes. Main type: {@link
 * io.camber.evaluation.forecast.ForecastScore}.
 */
@NullMarked
package io.camber.evaluation.forecast;

import org.jspecify.annotations.NullMarked;
