/**
 * Nodes that take another's place while a drive goes on: the shipped one with the truth in the place of what it says. Main type:
 * {@link io.camber.app.twin.TwinNode}.
 */
@NullMarked
package io.camber.app.twin;

import org.jspecify.annotations.NullMarked;
