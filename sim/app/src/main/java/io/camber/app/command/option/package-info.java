/** What several commands share: choices on the command line, output files, progress, exit codes. */
@NullMarked
package io.camber.app.command.option;

import org.jspecify.annotations.NullMarked;
