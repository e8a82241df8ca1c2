package io.camber.viewer.drive;

import io.camber.bus.Schema;

/**
 * A topic of a drive.
 *
 * @param count messages so far
 */
public record DriveTopic(String name, Schema schema, long count) {}
