package io.camber.app.traffic.sumo;

import io.camber.geometry.Size3;

/**
 * A vehicle as SUMO tells it.
 *
 * @param kind SUMO's word for its class, such as {@code passenger}
 * @param x of the middle of the front bumper, in the coordinates of SUMO's network
 * @param angleDeg heading, clockwise from north
 * @param signals lamps as bits
 */
record SumoVehicle(
    String id,
    String kind,
    Size3 size,
    double x,
    double y,
    double angleDeg,
    double speedMps,
    double accelMps2,
    int signals) {}
