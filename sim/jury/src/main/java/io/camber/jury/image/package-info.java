/**
 * Tracks and sweeps as a camera would see them. Start at {@link io.camber.jury.image.CameraMoment}.
 */
@NullMarked
package io.camber.jury.image;

import org.jspecify.annotations.NullMarked;
