package io.camber.bus;

/** A sensor sample that a message was made from. */
public record Origin(String sensorId, long sequence, long measurementTimeNs) {}
