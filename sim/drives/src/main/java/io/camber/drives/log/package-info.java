/**
 * The log that an import writes: {@code DriveLog} takes values on topics and becomes a file only when it is whole,
 * {@code ImportNotes} keeps what did not come along.
 */
@NullMarked
package io.camber.drives.log;

import org.jspecify.annotations.NullMarked;
