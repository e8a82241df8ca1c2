/**
 * Files for the time of one piece of work. Main type {@link io.camber.app.scratch.ScratchFolder}. Folders that people name or that
 * outlive a command are elsewhere.
 */
@NullMarked
package io.camber.app.scratch;

import org.jspecify.annotations.NullMarked;
