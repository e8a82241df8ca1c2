/** The motion of everybody in a run as a file. Main type {@link io.camber.app.trajectory.TrajectoryFile}; its format is the engine's. */
@NullMarked
package io.camber.app.trajectory;

import org.jspecify.annotations.NullMarked;
