/** Traffic without a scenario: drives it on a map, judges it, draws it, and measures its speed beside SUMO. */
@NullMarked
package io.camber.app.traffic;

import org.jspecify.annotations.NullMarked;
