/**
 * Runs jcstress over the bus's lock-free structures, and over {@link io.camber.bus.stress.Mutant mutants} of them: the same
 * byte code with one fence, check or order taken out, which the same tests must catch.
 */
@NullMarked
package io.camber.bus.stress;

import org.jspecify.annotations.NullMarked;
