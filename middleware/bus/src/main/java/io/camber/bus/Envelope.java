package io.camber.bus;

/**
 * What travels around every message.
 *
 * @param sequence counts up from 0 per publisher
 * @param publishTimeNs when the message left its node
 * @param measurementTimeNs when the physics that it describes happened
 */
public record Envelope(
    String topic,
    String publisher,
    long sequence,
    long publishTimeNs,
    long measurementTimeNs,
    Origins origins) {}
