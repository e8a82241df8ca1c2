/**
 * Runs judged again from what they left on disk: {@link io.camber.app.eval.Recount} makes the files of a run anew.
 */
@NullMarked
package io.camber.app.eval;

import org.jspecify.annotations.NullMarked;
