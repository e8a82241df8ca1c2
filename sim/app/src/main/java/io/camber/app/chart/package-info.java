/** Plots as pictures. Main type: {@link io.camber.app.chart.LineChart}. */
@NullMarked
package io.camber.app.chart;

import org.jspecify.annotations.NullMarked;
