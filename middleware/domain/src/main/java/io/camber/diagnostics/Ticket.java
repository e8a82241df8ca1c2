package io.camber.diagnostics;

/** One finding of a label-free check, keyed so that repeats of the same finding merge. */
public record Ticket(
    long timeNs, String key, String check, String owner, double severity, String detail) {}
