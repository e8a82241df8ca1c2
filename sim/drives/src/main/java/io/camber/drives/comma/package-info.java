/**
 * Segments of the comma2k19 collection: the sensors of a phone behind the windshield, the car's bus, satellite fixes, and poses
 * that were found afterwards. {@code CommaReader} is the door.
 */
@NullMarked
package io.camber.drives.comma;

import org.jspecify.annotations.NullMarked;
