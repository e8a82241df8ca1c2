package io.camber.viewer.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.stream.ChunkedNioFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The answer to one request, with the headers that every answer carries. */
final class Reply {
  private static final int CHUNK_BYTES = 1 << 16;
  private static final String FOR_GOOD = "private, max-age=31536000, immutable";

  private final ChannelHandlerContext context;
  private final boolean keepAlive;
  private final boolean head;
  private final Optional<String> range;
  private final Optional<String> known;
  private Optional<String> origin = Optional.empty();

  Reply(ChannelHandlerContext context, FullHttpRequest request) {
    this.context = context;
    this.keepAlive = HttpUtil.isKeepAlive(request);
    this.head = request.method().equals(HttpMethod.HEAD);
    this.known = Optional.ofNullable(request.headers().get(HttpHeaderNames.IF_NONE_MATCH));
    this.range = Optional.ofNullable(request.headers().get(HttpHeaderNames.RANGE));
  }

  void allow(String readingOrigin) {
    origin = Optional.of(readingOrigin);
  }

  void send(Response response) {
    if (response instanceof Response.Content content) {
      send(content);
    } else if (response instanceof Response.Asset asset) {
      send(asset);
    } else if (response instanceof Response.Log log) {
      try {
        send(log);
      } catch (IOException e) {
        send(Response.problem(500, "the log cannot be read"));
      }
    }
  }

  /** A file, or the piece of it that was asked for. */
  private void send(Response.Log log) throws IOException {
    FileChannel channel = FileChannel.open(log.file(), StandardOpenOption.READ);
    try {
      send(log, channel, ByteRange.of(range, channel.size()));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void send(Response.Log log, FileChannel channel, ByteRange.Asked asked)
      throws IOException {
    long size = channel.size();
    ByteRange piece = asked.piece().orElse(new ByteRange(0, size - 1));
    int status = !asked.isSatisfiable() ? 416 : asked.piece().isPresent() ? 206 : 200;
    HttpResponse start =
        new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
    HttpHeaders headers = start.headers();
    headers.set(HttpHeaderNames.CONTENT_TYPE, log.type());
    headers.set(HttpHeaderNames.ACCEPT_RANGES, HttpHeaderValues.BYTES);
    if (status == 206) {
      headers.set(
          HttpHeaderNames.CONTENT_RANGE,
          "bytes " + piece.first() + "-" + piece.last() + "/" + size);
    } else if (status == 416) {
      headers.set(HttpHeaderNames.CONTENT_RANGE, "bytes */" + size);
    }
    HttpUtil.setContentLength(start, status == 416 ? 0 : piece.length());
    guard(headers, Response.OWN_CONTENT);
    var unused = context.write(start);
    if (head || status == 416) {
      channel.close();
      end(context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT));
    } else {
      end(context.writeAndFlush(new HttpChunkedInput(
          new ChunkedNioFile(channel, piece.first(), piece.length(), CHUNK_BYTES))));
    }
  }

  private void send(Response.Content content) {
    FullHttpResponse response = new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1,
        HttpResponseStatus.valueOf(content.status()),
        head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(content.body().duplicate()));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, content.type());
    HttpUtil.setContentLength(response, content.body().remaining());
    guard(response.headers(), content.policy());
    end(context.writeAndFlush(response));
  }

  /** A file of the page: its bytes only when the browser does not have them. */
  private void send(Response.Asset asset) {
    boolean isKnown = known.filter(asset.tag()::equals).isPresent();
    FullHttpResponse response = new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1,
        isKnown ? HttpResponseStatus.NOT_MODIFIED : HttpResponseStatus.OK,
        head || isKnown
            ? Unpooled.EMPTY_BUFFER
            : Unpooled.wrappedBuffer(asset.body().duplicate()));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, asset.type());
    HttpUtil.setContentLength(response, asset.body().remaining());
    guard(response.headers(), Response.OWN_CONTENT);
    response
        .headers()
        .set(HttpHeaderNames.CACHE_CONTROL, asset.isForGood() ? FOR_GOOD : "private, no-cache");
    response.headers().set(HttpHeaderNames.ETAG, asset.tag());
    end(context.writeAndFlush(response));
  }

  void send(FullHttpResponse response) {
    HttpUtil.setContentLength(response, response.content().readableBytes());
    guard(response.headers(), Response.OWN_CONTENT);
    end(context.writeAndFlush(response));
  }

  private void guard(HttpHeaders headers, String policy) {
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    origin.ifPresent(page -> {
      headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, page);
      headers.set(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
      headers.set(
          HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
          "Content-Range, Accept-Ranges, Content-Length");
    });
    if (origin.isEmpty()) {
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
    headers.set(
        HttpHeaderNames.CONNECTION,
        keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
  }

  private void end(ChannelFuture sent) {
    if (!keepAlive) {
      sent.addListener(ChannelFutureListener.CLOSE);
    }
  }
}
