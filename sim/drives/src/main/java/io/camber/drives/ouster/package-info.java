/** Recorded network packets of Ouster lidars, with the metadata that the sensor gives. */
@NullMarked
package io.camber.drives.ouster;

import org.jspecify.annotations.NullMarked;
