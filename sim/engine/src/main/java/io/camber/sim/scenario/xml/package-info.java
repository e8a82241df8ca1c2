/** XML as a tree that remembers where every element stood. Knows nothing of scenarios. */
@NullMarked
package io.camber.sim.scenario.xml;

import org.jspecify.annotations.NullMarked;
