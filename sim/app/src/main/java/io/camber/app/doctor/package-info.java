/** What {@code camber doctor} looks at: one check per subject, each of which tells {@link io.camber.app.doctor.Finding findings}. */
@NullMarked
package io.camber.app.doctor;

import org.jspecify.annotations.NullMarked;
