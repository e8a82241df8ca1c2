/** Drives: one, many, in processes, watched, drawn. */
@NullMarked
package io.camber.app.command.run;

import org.jspecify.annotations.NullMarked;
