/** Scenarios, maps, traffic and vehicles as files: list, check, import, play alone. */
@NullMarked
package io.camber.app.command.scenario;

import org.jspecify.annotations.NullMarked;
