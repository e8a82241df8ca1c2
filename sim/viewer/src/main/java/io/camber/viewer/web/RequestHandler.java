package io.camber.viewer.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** Requests of one connection: gate, cookie, web sockets, and then the site on a worker. */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final String TOKEN = "token";

  private final Gate gate;
  private final Site site;
  private final Optional<Sockets> sockets;
  private final ExecutorService workers;

  RequestHandler(Gate gate, Site site, Optional<Sockets> sockets, ExecutorService workers) {
    this.gate = gate;
    this.site = site;
    this.sockets = sockets;
    this.workers = workers;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    Reply reply = new Reply(context, request);
    if (!request.decoderResult().isSuccess()) {
      reply.send(Response.problem(400, "this is no request"));
      return;
    }
    QueryStringDecoder target = new QueryStringDecoder(request.uri());
    Map<String, String> query = firstValues(target);
    String cookie = "camber-" + ((InetSocketAddress) context.channel().localAddress()).getPort();
    Optional<String> inAddress = Optional.ofNullable(query.get(TOKEN));
    HttpHeaders headers = request.headers();
    Optional<String> host = Optional.ofNullable(headers.get(HttpHeaderNames.HOST));
    Optional<String> origin = Optional.ofNullable(headers.get(HttpHeaderNames.ORIGIN));
    boolean isOwnPage = origin.isEmpty() || origin.equals(host.map(name -> "http://" + name));
    Optional<String> offered =
        inAddress.or(() -> isOwnPage ? cookieOf(headers, cookie) : Optional.empty());
    Optional<String> objection = gate.objection(host, origin, offered);
    if (objection.isPresent()) {
      reply.send(Response.problem(403, objection.get()));
    } else if (isUpgrade(headers)) {
      upgrade(context, request, reply);
    } else if (!request.method().equals(HttpMethod.GET)
        && !request.method().equals(HttpMethod.HEAD)) {
      reply.send(Response.problem(405, "GET or HEAD"));
    } else if (inAddress.isPresent() && target.path().equals("/")) {
      moveTokenIntoCookie(reply, cookie);
    } else {
      allowOrigin(headers, reply);
      work(new Request(segments(target.path()), query), reply);
    }
  }

  private static Map<String, String> firstValues(QueryStringDecoder target) {
    Map<String, String> values = new LinkedHashMap<>();
    target.parameters().forEach((name, all) -> values.put(name, all.get(0)));
    return values;
  }

  private static Optional<String> cookieOf(HttpHeaders headers, String name) {
    String sent = headers.get(HttpHeaderNames.COOKIE);
    if (sent == null) {
      return Optional.empty();
    }
    return ServerCookieDecoder.STRICT.decode(sent).stream()
        .filter(cookie -> cookie.name().equals(name))
        .map(cookie -> cookie.value())
        .findFirst();
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
  }

  /** The token leaves the address line, where people copy it from. */
  private void moveTokenIntoCookie(Reply reply, String cookie) {
    DefaultFullHttpResponse moved = new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1, HttpResponseStatus.SEE_OTHER, Unpooled.EMPTY_BUFFER);
    moved.headers().set(HttpHeaderNames.LOCATION, "/");
    moved
        .headers()
        .set(
            HttpHeaderNames.SET_COOKIE,
            cookie + "=" + gate.token() + "; Path=/; HttpOnly; SameSite=Strict");
    reply.send(moved);
  }

  /** Pages of other origins that passed the gate may read the answer. */
  private static void allowOrigin(HttpHeaders headers, Reply reply) {
    String origin = headers.get(HttpHeaderNames.ORIGIN);
    if (origin != null) {
      reply.allow(origin);
    }
  }

  private void work(Request request, Reply reply) {
    try {
      workers.execute(() -> {
        try {
          reply.send(
              site.answer(request).orElseGet(() -> Response.problem(404, "there is nothing here")));
        } catch (IOException | RuntimeException e) {
          reply.send(Response.problem(500, "cannot be shown: " + e.getMessage()));
        }
      });
    } catch (RejectedExecutionException e) {
      reply.send(Response.problem(503, "too many requests at once"));
    }
  }

  private static boolean isUpgrade(HttpHeaders headers) {
    return headers.containsValue(HttpHeaderNames.UPGRADE, "websocket", true);
  }

  private void upgrade(ChannelHandlerContext context, FullHttpRequest request, Reply reply) {
    if (sockets.isEmpty()) {
      reply.send(Response.problem(404, "no web sockets here"));
      return;
    }
    new Upgrade(sockets.get()).answer(context, request, reply);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent) {
      var unused = context.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }
}
