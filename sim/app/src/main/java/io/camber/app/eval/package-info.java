/**
 * Runs judged again from what they left on disk: {@link io.camber.app.eval.Recount} makes the files of a run anew, {@link
 * io.camber.app.eval.PlainLog} judges a log that is no run as far as it goes.
 */
@NullMarked
package io.camber.app.eval;

import org.jspecify.annotations.NullMarked;
