/**
 * Many runs at once: {@link io.camber.app.sweep.Sweep} makes the runs of a plan, keeps them in a folder that it can go on
 * from, and writes table and page at the end.
 */
@NullMarked
package io.camber.app.sweep;

import org.jspecify.annotations.NullMarked;
