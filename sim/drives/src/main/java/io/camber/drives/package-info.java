/** Drives that other people recorded, as logs of ours: {@code DriveImport} is the door. */
@NullMarked
package io.camber.drives;

import org.jspecify.annotations.NullMarked;
