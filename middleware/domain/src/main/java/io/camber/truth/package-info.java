/**
 * What only the simulator and the jury may see. The stack's node context refuses topics that carry these.
 */
@NullMarked
package io.camber.truth;

import org.jspecify.annotations.NullMarked;
