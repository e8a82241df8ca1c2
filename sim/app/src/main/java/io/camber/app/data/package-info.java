/**
 * Finding the right seconds of many drives: an index over the metrics of runs and over logs, asked in SQL or in a few words. Main type: {@link
 * io.camber.app.data.DriveIndex}.
 */
@NullMarked
package io.camber.app.data;

import org.jspecify.annotations.NullMarked;
