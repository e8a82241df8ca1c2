/**
 * Runs as other tools left them on disk: run folders, sweeps, suites, baselines, all as one list of figures. Main type: {@link
 * io.camber.jury.result.RunSet}.
 */
@NullMarked
package io.camber.jury.result;

import org.jspecify.annotations.NullMarked;
