/**
 * The jury: watches a drive through ground truth and published topics and judges it. Main type: {@link
 * io.camber.evaluation.Jury}. Each family of measures has a package of its own; what comes out lives in {@code .judgement},
 * how it is shown in {@code .report}.
 */
@NullMarked
package io.camber.evaluation;

import org.jspecify.annotations.NullMarked;
