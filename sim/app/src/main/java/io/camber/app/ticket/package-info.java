/**
 * What the checks that need no truth find in drives on disk: {@link io.camber.app.ticket.DriveScan} in what a log says, {@link
 * io.camber.app.ticket.PerceivedScan} in what this build makes of it, {@link io.camber.app.ticket.VersionScan} between two of
 * them; {@link io.camber.app.ticket.ScoredDrive} holds them against the truth.
 */
@NullMarked
package io.camber.app.ticket;

import org.jspecify.annotations.NullMarked;
