package io.camber.sensing;

import java.util.OptionalDouble;

/**
 * What an ultrasonic sensor heard.
 *
 * @param rangeM to what answered first; empty when nothing did
 */
public record UltrasonicEcho(long timeNs, String sensorId, OptionalDouble rangeM) {}
