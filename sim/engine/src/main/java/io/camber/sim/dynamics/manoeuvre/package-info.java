/**
 * Standard manoeuvres that vehicles are judged by, driven on a plane, with what closed forms and standards expect. {@link
 * io.camber.sim.dynamics.manoeuvre.Manoeuvre} lists them. Drawing stays out.
 */
@NullMarked
package io.camber.sim.dynamics.manoeuvre;

import org.jspecify.annotations.NullMarked;
