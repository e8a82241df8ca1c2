/**
 * The wire between hosts: {@link io.camber.bus.udp.UdpWire} drives the protocol of {@code .protocol} over sockets, with the
 * protection of {@code .security}. Sockets, threads and locks are here; what a datagram means is not.
 */
@NullMarked
package io.camber.bus.udp;

import org.jspecify.annotations.NullMarked;
