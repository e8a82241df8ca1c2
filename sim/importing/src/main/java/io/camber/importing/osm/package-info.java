/** Maps in the format of Lanelet2 (Poggenhans et al. 2018): lanelets as relations of ways in OpenStreetMap's XML. */
@NullMarked
package io.camber.importing.osm;

import org.jspecify.annotations.NullMarked;
