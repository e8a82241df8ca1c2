/** Scenarios of the CommonRoad benchmark collection, XML 2018b and 2020a. */
@NullMarked
package io.camber.importing.commonroad;

import org.jspecify.annotations.NullMarked;
