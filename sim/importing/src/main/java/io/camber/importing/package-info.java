/** Recordings of other people's collections as scenarios of ours: {@code ImportedScenario} is what comes out. */
@NullMarked
package io.camber.importing;

import org.jspecify.annotations.NullMarked;
