/**
 * Teaching the camera: random streets are rendered with their truth and given to the stack's detector training. Start at
 * {@link io.camber.app.vision.RandomStreets}.
 */
@NullMarked
package io.camber.app.vision;

import org.jspecify.annotations.NullMarked;
