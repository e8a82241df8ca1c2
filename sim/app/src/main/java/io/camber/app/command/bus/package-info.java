/** A live bus: topics, nodes, parameters, rigs. */
@NullMarked
package io.camber.app.command.bus;

import org.jspecify.annotations.NullMarked;
