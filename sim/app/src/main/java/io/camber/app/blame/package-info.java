/**
 * Makes drives again with ideal twins in the place of components. Main type: {@link io.camber.app.blame.Blame}.
 */
@NullMarked
package io.camber.app.blame;

import org.jspecify.annotations.NullMarked;
