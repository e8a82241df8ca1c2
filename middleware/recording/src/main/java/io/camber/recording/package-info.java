/**
 * Drives on disk: {@link io.camber.recording.Recorder} takes what the bus carries and writes it off the
 * caller's thread. The container format lives in {@code .mcap}.
 */
@NullMarked
package io.camber.recording;

import org.jspecify.annotations.NullMarked;
