/**
 * Looks for the worst instead of trying everything: {@link io.camber.app.sweep.search.EvolutionSearch} says which runs to make
 * next, given how the others went. It knows no simulator.
 */
@NullMarked
package io.camber.app.sweep.search;

import org.jspecify.annotations.NullMarked;
