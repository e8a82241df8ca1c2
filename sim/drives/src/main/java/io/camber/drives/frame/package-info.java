/** Frames of sensors and places on the globe, as foreign recordings give them. */
@NullMarked
package io.camber.drives.frame;

import org.jspecify.annotations.NullMarked;
