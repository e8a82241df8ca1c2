package io.camber.bus.realtime;

import io.camber.bus.transport.BusMessage;

/** Takes what a delivery brings. */
interface Arrivals {
  /** A message for an input or a server. */
  void message(int port, BusMessage<?> message);

  /** A message whose value is valid until this returns; the node is called with it at once. */
  void loaned(int port, BusMessage<?> message);

  /** An answer to one of the node's questions. */
  void answer(int port, long question, BusMessage<?> message);
}
