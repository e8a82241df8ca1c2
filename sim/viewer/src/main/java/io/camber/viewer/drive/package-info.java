/**
 * A drive as the viewer reads it: {@link io.camber.viewer.drive.DriveSource}, whether it lies in a log
 * ({@link io.camber.viewer.drive.LoggedDrive}) or is happening now ({@link io.camber.viewer.drive.LiveDrive}).
 */
@NullMarked
package io.camber.viewer.drive;

import org.jspecify.annotations.NullMarked;
