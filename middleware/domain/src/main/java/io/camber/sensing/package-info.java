/**
 * What the sensors deliver: sweeps, images, inertial, satellite and wheel samples. Bulk data lives in buffers.
 */
@NullMarked
package io.camber.sensing;

import org.jspecify.annotations.NullMarked;
