package io.camber.app.rig;

import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what happens on a wire to the log: trouble as warnings, comings and goings quietly. */
public final class WireLog implements WireListener {
  private static final Logger LOG = LoggerFactory.getLogger(WireLog.class);

  @Override
  public void onEvent(WireEvent event) {
    switch (event.kind()) {
      case NODE_FOUND, NODE_LEFT -> LOG.debug("{} {}", event.kind(), event.node());
      case NODE_DIED, NODE_REFUSED, SCHEMA_MISMATCH, QOS_MISMATCH, READER_OVERRUN, MALFORMED ->
        LOG.warn("{} {} {} {}", event.kind(), event.node(), event.topic(), event.detail());
    }
  }
}
