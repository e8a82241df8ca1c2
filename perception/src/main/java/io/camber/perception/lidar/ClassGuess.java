package io.camber.perception.lidar;

import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;

/**
 * Verdict of the classifier on one rectangle.
 *
 * @param confidence 0 to 1 against all other classes and "unknown"
 * @param lengthAlongU true when the object's length runs along the rectangle's u axis
 * @param typical size assumed where the rectangle measures less than the whole
 */
record ClassGuess(
    ObjectClass objectClass, double confidence, boolean lengthAlongU, Size3 typical) {}
