/**
 * Runs suites by way of sweeps and writes what they say. Main type: {@link io.camber.app.suite.SuiteRun}.
 */
@NullMarked
package io.camber.app.suite;

import org.jspecify.annotations.NullMarked;
