/** What the car is set up with: calibration, control, what is learned. */
@NullMarked
package io.camber.app.command.tune;

import org.jspecify.annotations.NullMarked;
