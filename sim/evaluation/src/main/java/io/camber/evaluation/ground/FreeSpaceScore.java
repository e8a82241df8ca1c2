package io.camber.evaluation.ground;

/**
 * What free space of one sweep is worth, up to 50 m from the sensor, m2.
 *
 * @param falseFree called free, but an actor stands there, or something else of which the sweep holds points
 * @param ahead the part of it within 1.5 m of the line ahead
 * @param free truly free and seen by this sweep
 * @param found the part of it that is called free
 */
record FreeSpaceScore(double falseFree, double ahead, double free, double found) {}
