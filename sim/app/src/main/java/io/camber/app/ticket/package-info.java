/**
 * Tickets from logs, and the pieces of logs that show them. Main type: {@link io.camber.app.ticket.LoggedScan}.
 */
@NullMarked
package io.camber.app.ticket;

import org.jspecify.annotations.NullMarked;
