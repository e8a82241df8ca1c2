/**
 * Traffic around a scenario: {@link io.camber.sim.traffic.ambient.AmbientTraffic} lets vehicles drive beside the actors of a scenario,
 * {@link io.camber.sim.traffic.ambient.GeneratedTraffic} lets in those that its traffic actions ask for, and {@link
 * io.camber.sim.traffic.ambient.ReactiveTraffic} drives its own entities. All see the actors as foreign bodies, and tell their own as
 * truth.
 */
@NullMarked
package io.camber.sim.traffic.ambient;

import org.jspecify.annotations.NullMarked;
