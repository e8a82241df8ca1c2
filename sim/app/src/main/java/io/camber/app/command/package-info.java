/** What people type: one class per command, thin; the work is done in {@code io.camber.app.simulation} and below. */
@NullMarked
package io.camber.app.command;

import org.jspecify.annotations.NullMarked;
