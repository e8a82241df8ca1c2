/**
 * Sensor logs of the Argoverse 2 collection (Wilson et al. 2021): sweeps, pictures, boxes, poses and the map of its
 * surroundings. {@code ArgoverseReader} reads one.
 */
@NullMarked
package io.camber.drives.argoverse;

import org.jspecify.annotations.NullMarked;
