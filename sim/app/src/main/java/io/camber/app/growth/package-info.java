/**
 * How the cost of a storyboard grows with what is in it: {@link io.camber.app.growth.GrowthBenchmark} makes scenarios of any
 * size and times them, {@link io.camber.app.growth.GrowthChart} draws the curves.
 */
@NullMarked
package io.camber.app.growth;

import org.jspecify.annotations.NullMarked;
