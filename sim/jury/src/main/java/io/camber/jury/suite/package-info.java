/**
 * Named, versioned sets of scenarios and what their runs say together: from component to tracks to the system, and how often a
 * person would have taken over. Main types: {@link io.camber.jury.suite.Suite}, {@link io.camber.jury.suite.Ladder}.
 */
@NullMarked
package io.camber.jury.suite;

import org.jspecify.annotations.NullMarked;
