/**
 * Logs told again, message by message in the order of the drive: to the jury by {@link io.camber.app.recorded.LoggedDrive}, to
 * the checks that need no truth by {@link io.camber.app.recorded.LoggedScan}; and pieces cut from them.
 */
@NullMarked
package io.camber.app.recorded;

import org.jspecify.annotations.NullMarked;
