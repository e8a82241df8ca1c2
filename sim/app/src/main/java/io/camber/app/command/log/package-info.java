/** Logs: look, cut, copy, convert, import, compare, replay. */
@NullMarked
package io.camber.app.command.log;

import org.jspecify.annotations.NullMarked;
