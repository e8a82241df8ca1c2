package io.camber.viewer.foxglove;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client. Control frames are never dropped; when a thousand of them wait the client is let go.
 * Of data the oldest is dropped, by count and by bytes, so that a slow client neither holds up the drive nor fills memory.
 */
final class Outbox {
  static final int DATA_MAX = 1024;
  static final long DATA_BYTES_MAX = 64L << 20;
  private static final int CONTROL_MAX = 1000;

  private final ChannelHandlerContext context;
  private final Deque<WebSocketFrame> control = new ArrayDeque<>();
  private final Deque<WebSocketFrame> data = new ArrayDeque<>();
  private long bytes;
  private long dropped;
  private boolean isClosed;

  Outbox(ChannelHandlerContext context) {
    this.context = context;
  }

  void control(WebSocketFrame frame) {
    boolean isFull;
    synchronized (this) {
      if (isClosed) {
        frame.release();
        return;
      }
      control.addLast(frame);
      isFull = control.size() > CONTROL_MAX;
    }
    if (isFull) {
      var unused = context.close();
    } else {
      context.executor().execute(this::flush);
    }
  }

  void data(WebSocketFrame frame) {
    synchronized (this) {
      if (isClosed) {
        frame.release();
        return;
      }
      data.addLast(frame);
      bytes += frame.content().readableBytes();
      boolean isFirstLoss = dropped == 0;
      while (data.size() > DATA_MAX || (bytes > DATA_BYTES_MAX && data.size() > 1)) {
        WebSocketFrame oldest = data.removeFirst();
        bytes -= oldest.content().readableBytes();
        oldest.release();
        dropped++;
      }
      if (isFirstLoss && dropped > 0) {
        control.addLast(new TextWebSocketFrame(Frames.status(1, "Send buffer limit reached")));
      }
    }
    context.executor().execute(this::flush);
  }

  /** Writes as long as the socket takes it. Runs on the connection's own thread. */
  void flush() {
    boolean wrote = false;
    while (context.channel().isWritable()) {
      WebSocketFrame next = next();
      if (next == null) {
        break;
      }
      var unused = context.write(next);
      wrote = true;
    }
    if (wrote) {
      context.flush();
    }
  }

  private synchronized @Nullable WebSocketFrame next() {
    WebSocketFrame first = control.pollFirst();
    if (first == null) {
      first = data.pollFirst();
      if (first != null) {
        bytes -= first.content().readableBytes();
      }
    }
    return first;
  }

  synchronized void close() {
    isClosed = true;
    control.forEach(WebSocketFrame::release);
    data.forEach(WebSocketFrame::release);
    control.clear();
    data.clear();
    bytes = 0;
  }
}
