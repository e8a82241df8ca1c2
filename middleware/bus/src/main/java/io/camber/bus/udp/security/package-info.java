/**
 * Keeps datagrams honest: {@link io.camber.bus.udp.security.Protection} seals and opens them, {@link
 * io.camber.bus.udp.security.BusKey} is the secret of a bus, {@link io.camber.bus.udp.security.ReplayWindow} refuses what
 * came before. Only the JDK's cryptography. What a datagram means stays outside.
 */
@NullMarked
package io.camber.bus.udp.security;

import org.jspecify.annotations.NullMarked;
