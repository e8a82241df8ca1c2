package io.camber.jury.ticket;

import io.camber.evaluation.judgement.Owner;

/**
 * All alarms of one check and kind in one drive.
 *
 * @param count alarms of those subjects that were worth it
 * @param worstNs when the severest of them was raised
 * @param detail of that one
 */
public record Finding(
    String check,
    Owner owner,
    String kind,
    long firstNs,
    long lastNs,
    int count,
    double severity,
    long worstNs,
    String detail) {}
