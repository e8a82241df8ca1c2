/** What traffic does, as figures: {@link io.camber.sim.traffic.statistics.TrafficWatch} looks on after every step. */
@NullMarked
package io.camber.sim.traffic.statistics;

import org.jspecify.annotations.NullMarked;
