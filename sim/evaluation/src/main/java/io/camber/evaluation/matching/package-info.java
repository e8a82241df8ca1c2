/**
 * Pairing the members of two sets so that they fit together best. Main type: {@link
 * io.camber.evaluation.matching.Assignment}.
 */
@NullMarked
package io.camber.evaluation.matching;

import org.jspecify.annotations.NullMarked;
