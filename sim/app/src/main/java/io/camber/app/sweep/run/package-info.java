/**
 * Runs the cases of a sweep: {@link io.camber.app.sweep.run.Workers} on several threads, each case alone, whatever becomes of
 * the others; {@link io.camber.app.sweep.run.Journal} keeps every result the moment it is there.
 */
@NullMarked
package io.camber.app.sweep.run;

import org.jspecify.annotations.NullMarked;
