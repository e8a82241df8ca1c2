/** Benchmarks and profiles. */
@NullMarked
package io.camber.app.command.bench;

import org.jspecify.annotations.NullMarked;
