package io.camber.sim.fault.stream;

/** Changes what messages say, one by one. */
@FunctionalInterface
interface Distortion<T> {
  T apply(T value, long nowNs);

  /** The same as a gate that holds nothing back. */
  default Gate<T> gate() {
    return (value, stampNs, nowNs, next) -> next.send(apply(value, nowNs), stampNs);
  }
}
