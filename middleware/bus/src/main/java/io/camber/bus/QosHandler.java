package io.camber.bus;

/** Receives what befalls a subscription. */
@FunctionalInterface
public interface QosHandler {
  void onQosEvent(QosEvent event, long timeNs);
}
