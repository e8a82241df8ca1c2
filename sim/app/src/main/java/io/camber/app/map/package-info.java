/**
 * Road networks at the command line: {@link io.camber.app.map.MapSummary} tells what is in a map, {@link
 * io.camber.app.map.MapBenchmark} how fast it loads and answers.
 */
@NullMarked
package io.camber.app.map;

import org.jspecify.annotations.NullMarked;
