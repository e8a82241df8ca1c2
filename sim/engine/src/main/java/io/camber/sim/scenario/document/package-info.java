/**
 * A scenario file as its reader sees it: elements with parameters substituted, catalogs resolved, and a book of what was
 * read, so that nothing is passed over in silence.
 */
@NullMarked
package io.camber.sim.scenario.document;

import org.jspecify.annotations.NullMarked;
