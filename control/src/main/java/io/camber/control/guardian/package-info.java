/**
 * The last gate before the actuators. It trusts nothing that the controller says about itself and shares no code with it.
 * Main type {@link io.camber.control.guardian.Guardian}.
 */
@NullMarked
package io.camber.control.guardian;

import org.jspecify.annotations.NullMarked;
