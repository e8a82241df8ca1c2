/**
 * What the ego vehicle is, what it is told to do and what it reports: dimensions, command, report.
 */
@NullMarked
package io.camber.vehicle;

import org.jspecify.annotations.NullMarked;
