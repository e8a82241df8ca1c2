/**
 * Files and names that people give: found, read, or refused with a suggestion. Main type:
 * {@link io.camber.app.input.InputFiles}.
 */
@NullMarked
package io.camber.app.input;

import org.jspecify.annotations.NullMarked;
