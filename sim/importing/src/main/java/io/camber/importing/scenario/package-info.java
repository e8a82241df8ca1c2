/** Recorded traffic, wherever it was recorded, written as an OpenSCENARIO file that replays it around a free ego. */
@NullMarked
package io.camber.importing.scenario;

import org.jspecify.annotations.NullMarked;
