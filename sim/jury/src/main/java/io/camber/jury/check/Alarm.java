package io.camber.jury.check;

import io.camber.evaluation.judgement.Owner;

/**
 * One thing at one instant that cannot be right.
 *
 * @param check id, {@code U1} to {@code U16}
 * @param kind what it is about, such as a class or a topic; alarms of one check and kind are one finding
 * @param subject which one, such as {@code track 7}
 * @param severity 0 to 1; from 0.5 on a few in a row are worth a ticket, 1 is at once
 */
public record Alarm(
    long timeNs,
    String check,
    Owner owner,
    String kind,
    String subject,
    double severity,
    String detail) {}
