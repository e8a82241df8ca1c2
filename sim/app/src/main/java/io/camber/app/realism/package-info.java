/**
 * Simulated sweeps beside recorded ones, as distributions. Main type: {@link io.camber.app.realism.Realism}.
 */
@NullMarked
package io.camber.app.realism;

import org.jspecify.annotations.NullMarked;
