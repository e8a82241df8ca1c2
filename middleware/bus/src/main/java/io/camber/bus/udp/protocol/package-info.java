/**
 * The protocol of the UDP wire as plain state machines: {@link io.camber.bus.udp.protocol.Participant} is fed with datagrams
 * and times and answers with datagrams, so that the same code runs over sockets and over a simulated network. No clock, no
 * socket, no thread; the layout is in {@link io.camber.bus.udp.protocol.Frames} and, for other languages, in
 * {@code docs/udp-wire.md}.
 */
@NullMarked
package io.camber.bus.udp.protocol;

import org.jspecify.annotations.NullMarked;
