/**
 * Logs fed to nodes: {@link io.camber.app.replay.Replay} lets recorded messages appear when and in the order they did, runs
 * chosen nodes on them on the logical clock, and compares what these publish with what they published then.
 */
@NullMarked
package io.camber.app.replay;

import org.jspecify.annotations.NullMarked;
