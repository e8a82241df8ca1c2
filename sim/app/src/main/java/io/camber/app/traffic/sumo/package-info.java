/**
 * SUMO beside the simulator: {@link io.camber.app.traffic.sumo.SumoTraffic} lets SUMO's vehicles drive around a scenario's actors. SUMO
 * is a process of its own, spoken to by its TraCI protocol over a socket of this host.
 */
@NullMarked
package io.camber.app.traffic.sumo;

import org.jspecify.annotations.NullMarked;
