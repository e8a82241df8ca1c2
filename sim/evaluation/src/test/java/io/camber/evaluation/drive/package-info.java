/** A small road and small frames that the tests of all packages share. */
@NullMarked
package io.camber.evaluation.drive;

import org.jspecify.annotations.NullMarked;
