/**
 * The road map as traffic needs it: {@link io.camber.sim.traffic.network.LaneNetwork}, lanes as numbers and flat arrays, with where
 * they touch, cross and merge and who yields there. Built once per map; immutable.
 */
@NullMarked
package io.camber.sim.traffic.network;

import org.jspecify.annotations.NullMarked;
