/**
 * The planned trajectory as a controller wants it: by arc length, with projection. Main type {@link
 * io.camber.control.reference.ReferencePath}. No feedback laws here.
 */
@NullMarked
package io.camber.control.reference;

import org.jspecify.annotations.NullMarked;
