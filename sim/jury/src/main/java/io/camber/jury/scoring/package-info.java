/**
 * What checks without truth are worth: each of their sightings held against the truth of the drive, and every injected fault asked
 * whether anything was seen of it. Main type: {@link io.camber.jury.scoring.DriveScore}.
 */
@NullMarked
package io.camber.jury.scoring;

import org.jspecify.annotations.NullMarked;
