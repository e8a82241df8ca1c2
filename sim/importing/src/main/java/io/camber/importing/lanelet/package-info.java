/**
 * Lanes as pairs of boundary lines that know their neighbours, as recordings and many map formats have them, written as an
 * OpenDRIVE road network.
 */
@NullMarked
package io.camber.importing.lanelet;

import org.jspecify.annotations.NullMarked;
