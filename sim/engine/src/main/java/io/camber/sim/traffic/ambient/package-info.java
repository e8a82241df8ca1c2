/**
 * Traffic around a scenario: {@link io.camber.sim.traffic.ambient.AmbientTraffic} lets vehicles drive beside the actors of a scenario,
 * sees those as foreign bodies, and tells its own as truth.
 */
@NullMarked
package io.camber.sim.traffic.ambient;

import org.jspecify.annotations.NullMarked;
