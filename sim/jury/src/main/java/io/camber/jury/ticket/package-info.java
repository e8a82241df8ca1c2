/**
 * Tickets: findings of checks that need no truth, with everything a person needs to look at one, kept from scan to scan so that what
 * was fixed and what came back is seen. Main type: {@link io.camber.jury.ticket.TicketBook}.
 */
@NullMarked
package io.camber.jury.ticket;

import org.jspecify.annotations.NullMarked;
