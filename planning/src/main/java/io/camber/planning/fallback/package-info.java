/**
 * The verified stop that accompanies every plan. Main type: {@link io.camber.planning.fallback.SafeStop}.
 */
@NullMarked
package io.camber.planning.fallback;

import org.jspecify.annotations.NullMarked;
