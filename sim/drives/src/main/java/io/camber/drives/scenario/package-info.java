/** Drives as scenarios: the truth in a log becomes traffic that is replayed around a free car. */
@NullMarked
package io.camber.drives.scenario;

import org.jspecify.annotations.NullMarked;
