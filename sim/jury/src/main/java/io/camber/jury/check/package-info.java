/**
 * Checks that need no truth: each looks through a short window of what the stack publishes and says where that cannot be right.
 * They work on live runs, on logs and on recorded real drives. Main type: {@link io.camber.jury.check.Checks}.
 */
@NullMarked
package io.camber.jury.check;

import org.jspecify.annotations.NullMarked;
