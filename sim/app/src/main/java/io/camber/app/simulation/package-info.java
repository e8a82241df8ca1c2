/**
 * A whole run: the world, the stack, the jury and the log wired to one bus. Start at
 * {@link io.camber.app.simulation.Simulation}; what people type stays in {@code io.camber.app.command}.
 */
@NullMarked
package io.camber.app.simulation;

import org.jspecify.annotations.NullMarked;
